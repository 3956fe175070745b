"""The domains of `experiments.language_model.policies`."""

from __future__ import annotations

import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS
from values import MANY, NOT_SHARES, SHARES

from collapse_lib.experiments.language_model import policies
from collapse_lib.policies import Accumulate

POLICIES = st.sampled_from(["replace", "10% kept", "0.5% kept", "100% kept", "accumulate"])
NO_POLICIES = NO_TEXTS | st.sampled_from(
    ["", "keep", "10%", "-1% kept", "0% kept", "nan% kept", "inf% kept", "1e4% kept"]
)


def means_this_share(found, share):
    named = policies.policy(found)
    assert named.gamma == pytest.approx(share, rel=1e-15) if share > 1e-300 else True
    assert (found == "replace") == (share == 0)


def of_that_name(found, name):
    assert name == ("accumulate" if isinstance(found, Accumulate) else policies.keeping(found.gamma))


ROOM = policies
TABLE = {
    "keeping": Border(policies.keeping, arguments(share=SHARES), means_this_share, {"share": NOT_SHARES | MANY}),
    "policy": Border(
        policies.policy,
        arguments(name=st.sampled_from(["replace", "accumulate", "10% kept", "0.5% kept", "100% kept"])),
        of_that_name,
        {"name": NO_POLICIES},
    ),
}
