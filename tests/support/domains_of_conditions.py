"""The domains of `experiments.language_model.conditions`."""

from __future__ import annotations

from domains import Border, arguments
from domains_of_kept_shares import NO_POLICIES, POLICIES
from hypothesis import strategies as st

from collapse_lib.experiments.language_model import conditions
from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.models.decoding import PLAIN, Decoding

FROM_1 = st.sampled_from([0, -1, 2.5, None, "3", True, [1]])


def called_by_its_parts(found, policy, decoding, epochs):
    assert str(found) == f"{policy}, {decoding}, {epochs} epochs"


ROOM = conditions
TABLE = {
    "Condition": Border(
        Condition,
        arguments(policy=POLICIES, decoding=st.sampled_from([PLAIN, Decoding(0.9)]), epochs=st.integers(1, 99)),
        called_by_its_parts,
        {"policy": NO_POLICIES, "decoding": st.sampled_from([None, "T = 1", 0.9, Decoding]), "epochs": FROM_1},
    ),
}
