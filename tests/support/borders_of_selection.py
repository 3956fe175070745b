"""The domains of `theory.selection`, part of the table of `theory`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import distributions
from values import MANY, NOT_SHARES, SHARES, not_whole

from collapse_lib.theory import selection

OFTEN = st.integers(0, 50)
LIKELY = st.lists(st.floats(0.01, 1), min_size=4, max_size=4)
NO_ACCEPTANCE = st.sampled_from(
    [0.5, [[0.5] * 4], [0.5] * 3, [0.5, 0.5, 0.5, 1.5], [-0.1, 1, 1, 1], [0.0] * 4, ["a"] * 4]
)
NO_SHARES = st.sampled_from([[0.5, 0.6, 0, 0], [0.25] * 3, [[0.25] * 4], 0.5, ["a"] * 4, [np.nan, 1, 0, 0]])
MEANS = st.floats(0, 50)
NO_MEANS = st.sampled_from([[-0.1] * 3, [2.0**54] * 3, ["a"] * 3, None, [1j] * 3, [True] * 3, 0.5, []])


def filtered(found, p, acceptance, copies, explorer, explored):
    assert found.shape == (4,) and (found >= 0).all()
    np.testing.assert_allclose(found.sum(), 1)
    if explored == 0:
        power = np.asarray(p) * np.asarray(acceptance) ** copies
        np.testing.assert_allclose(found, power / power.sum(), atol=1e-9)
    again = selection.filtered(found, acceptance, 1, explorer=explorer, explored=explored)
    once_more = selection.filtered(p, acceptance, copies + 1, explorer=explorer, explored=explored)
    np.testing.assert_allclose(again, once_more, rtol=1e-6, atol=1e-12)


def line_survival(found, newcomers, offspring):
    assert 0 <= found <= 1 and not np.signbit(found)
    assert found <= selection.line_survival(np.asarray(newcomers) + 1, offspring)
    assert found >= -np.expm1(-newcomers[-1]) - 1e-12
    assert selection.line_survival([*newcomers, 0.0], [*offspring, 1.0]) <= found + 1e-12


BORDERS = {
    "filtered": Border(
        selection.filtered,
        arguments(p=distributions(4), acceptance=LIKELY, copies=OFTEN, explorer=distributions(4), explored=SHARES),
        filtered,
        {
            "p": NO_SHARES,
            "acceptance": NO_ACCEPTANCE,
            "copies": not_whole(0, 1_000_000) | MANY,
            "explorer": NO_SHARES,
            "explored": NOT_SHARES | MANY,
        },
    ),
    "line_survival": Border(
        selection.line_survival,
        arguments(newcomers=st.lists(MEANS, min_size=3, max_size=3), offspring=st.lists(MEANS, min_size=2, max_size=2)),
        line_survival,
        {"newcomers": NO_MEANS, "offspring": NO_MEANS},
    ),
}
