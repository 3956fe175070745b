"""The domains of `experiments.verifiers`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from values import MANY, NOT_SHARES, SHARES, not_whole

from collapse_lib.experiments import verifiers
from collapse_lib.policies import Filter
from collapse_lib.recursion import Generation

TOKENS = verifiers.WORDS + verifiers.SLIPS
NO_ACCEPTANCE = st.sampled_from([None, 0.5, [], "a", [0.5, 1.5], [[0.5]], [np.nan]]).filter(lambda a: a != [])
NAMES, NO_NAMES = st.sampled_from(list(verifiers.LOOPS)), st.sampled_from(["", "nobody", None, 3, ("no check",)])
NO_NUMBERS = not_whole(0).filter(lambda n: not isinstance(n, int) or n < 0 or n is True)
FIRST = Generation(0, verifiers.PEOPLE, np.zeros(1), np.zeros(1))


def of_tokens(found, error):
    assert found.shape == (TOKENS,) and ((found >= 0) & (found <= 1)).all()
    assert found[0] >= 1 - error and found[-1] <= error


def judges(found, acceptance):
    assert found(np.arange(len(acceptance))).tolist() == acceptance


def noted(found, generation):
    assert found["slips"] + found["rarer"] <= 1 and 0 <= found["words"] <= verifiers.WORDS


def a_row_each(found, last, **_):
    assert set(found["generation"]) == set(range(last + 1))
    assert found[["slips", "rarer"]].to_numpy().max() <= 1 and found["words"].max() <= verifiers.WORDS


OF_AN_ERROR = {"error": NOT_SHARES | MANY}
ROOM = verifiers
TABLE = {
    "tired": Border(verifiers.tired, arguments(error=SHARES), of_tokens, OF_AN_ERROR),
    "with_taste": Border(verifiers.with_taste, arguments(error=SHARES), of_tokens, OF_AN_ERROR),
    "verifier": Border(
        verifiers.verifier,
        arguments(acceptance=st.lists(st.floats(0, 1), min_size=1, max_size=5)),
        judges,
        {"acceptance": NO_ACCEPTANCE},
    ),
    "checked": Border(
        verifiers.checked, arguments(name=NAMES), lambda found, name: isinstance(found, Filter), {"name": NO_NAMES}
    ),
    "measures": Border(
        verifiers.measures, arguments(generation=st.just(FIRST)), noted, {"generation": st.sampled_from([None, 3, {}])}
    ),
    "survey": Border(
        verifiers.survey,
        arguments(last=st.integers(0, 2), replicates=st.just(1), seed=st.integers(0, 9)),
        a_row_each,
        {
            "last": NO_NUMBERS,
            "replicates": st.sampled_from([0, -1, 2.5, None, "3", True]),
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
        },
    ),
    "law": Border(
        verifiers.law,
        arguments(name=NAMES, last=st.integers(0, 5)),
        a_row_each,
        {"name": NO_NAMES, "last": st.sampled_from([-1, 2.5, None, "3", True])},
    ),
}
