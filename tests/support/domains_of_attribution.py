"""The domains of `experiments.attribution`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_RNGS, RNGS
from values import not_between

from collapse_lib.experiments import attribution
from collapse_lib.experiments.attribution import ALL_SWITCHES

EIGHT = st.lists(st.floats(0, 1), min_size=8, max_size=8).map(lambda eight: dict(zip(ALL_SWITCHES, eight, strict=True)))
DAMAGE = EIGHT.filter(lambda damage: abs(damage[True, True, True] - damage[False, False, False]) > 1e-3)
WHOLE = dict(zip(ALL_SWITCHES, np.linspace(0, 1, 8), strict=True))
NO_DAMAGE = st.sampled_from([None, {}, [], dict.fromkeys(ALL_SWITCHES, 0.5), {**WHOLE, ALL_SWITCHES[3]: "much"}]) | (
    not_between().map(lambda wrong: {**WHOLE, ALL_SWITCHES[2]: wrong})
    | st.sampled_from(ALL_SWITCHES).map(lambda gone: {one: many for one, many in WHOLE.items() if one != gone})
)


def sum_to_1(found, damage):
    assert found.sum() == pytest.approx(1)


def both_ends(found, damage):
    assert found.shape == (3, 2) and np.isfinite(found).all()


def ordered(found, runs, rng):
    """Several runs enclose what one or all of them say; with one run each it is that."""
    assert found.shape == (3, 2) and np.all(found[:, 0] <= found[:, 1])
    if all(len(row) == 1 for row in runs.values()):
        one = attribution.shapley_shares({switches: row[0] for switches, row in runs.items()})
        assert found == pytest.approx(np.stack([one, one], axis=1))


ROWS = st.lists(st.lists(st.floats(0, 1), min_size=1, max_size=3), min_size=8, max_size=8)
RUNS = ROWS.map(lambda eight: dict(zip(ALL_SWITCHES, eight, strict=True))).filter(
    lambda runs: min(runs[True, True, True]) > max(runs[False, False, False]) + 1e-3
)
SINGLE = {switches: [damage] for switches, damage in WHOLE.items()}
NO_RUNS = st.sampled_from(
    [
        *(None, {}, [], WHOLE, {**SINGLE, ALL_SWITCHES[3]: []}, {**SINGLE, ALL_SWITCHES[0]: [2.0]}),
        *({**SINGLE, ALL_SWITCHES[2]: ["much"]}, {**SINGLE, ALL_SWITCHES[2]: [[0.5]]}),
    ]
) | st.sampled_from([np.nan, np.inf]).map(lambda wrong: {**SINGLE, ALL_SWITCHES[5]: [0.5, wrong]})

ROOM = attribution
TABLE = {
    "shapley_shares": Border(attribution.shapley_shares, arguments(damage=DAMAGE), sum_to_1, {"damage": NO_DAMAGE}),
    "shapley_intervals": Border(
        attribution.shapley_intervals,
        arguments(runs=RUNS, rng=RNGS),
        ordered,
        {"runs": NO_RUNS, "rng": NO_RNGS},
    ),
    "marginal_effects": Border(
        attribution.marginal_effects, arguments(damage=DAMAGE), both_ends, {"damage": NO_DAMAGE}
    ),
}
