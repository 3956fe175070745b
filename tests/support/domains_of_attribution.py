"""The domains of `experiments.attribution`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
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


ROOM = attribution
TABLE = {
    "shapley_shares": Border(attribution.shapley_shares, arguments(damage=DAMAGE), sum_to_1, {"damage": NO_DAMAGE}),
    "marginal_effects": Border(
        attribution.marginal_effects, arguments(damage=DAMAGE), both_ends, {"damage": NO_DAMAGE}
    ),
}
