"""Strategies of what public borders are handed: numbers of each kind, and what is no number."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

LARGEST = 2**53 - 1  # up to here a float counts without gaps
SHARES = st.floats(0, 1) | st.sampled_from([0, 1, 5e-324, 1e-17, 1 - 2**-53])
NOT_FINITE: list[Any] = [np.nan, np.inf, -np.inf, [0.5, np.nan], pd.Series([np.inf]), pd.NA, 10**400, -(10**400)]
OTHER_KINDS: list[Any] = [
    *(None, "0.5", "1,5", b"1", 1j, {}, {1}, object(), len, True, np.True_, [True], date(2026, 11, 27), slice(3)),
    *(["a"], [1, "a"], [1, [2, 3]], np.array(["2026-11-27"], dtype="datetime64[D]"), np.timedelta64(1, "D")),
    *(pd.Series(["a"]), pd.DataFrame({"a": ["x"]}), pd.Timestamp(2026, 11, 27), np.array([1 + 1j]), (i for i in ())),
]
NOT_NUMBERS = st.sampled_from(OTHER_KINDS + NOT_FINITE)
MANY: SearchStrategy[Any] = st.sampled_from([[0.5, 0.5], [1], np.ones((2, 2)), pd.Series([1, 1]), ()])  # no one number


def whole(least: int = 0, most: int = LARGEST) -> SearchStrategy[int]:
    """Return a strategy of whole numbers, those near the ends among them."""
    return st.integers(least, most) | st.sampled_from([least, min(least + 1, most), most])


def not_between(least: float = -np.inf, most: float = np.inf) -> SearchStrategy[Any]:
    """Return a strategy of finite numbers below `least` or above `most`, alone or in a list, and of what is none."""
    beyond = []
    if np.isfinite(least):
        beyond.append(st.floats(max_value=least, exclude_max=True, allow_infinity=False))
    if np.isfinite(most):
        beyond.append(st.floats(min_value=most, exclude_min=True, allow_infinity=False))
    outside = st.one_of(beyond)
    return NOT_NUMBERS | outside | outside.map(lambda value: [value]) if beyond else NOT_NUMBERS


NOT_SHARES = not_between(0, 1) | st.sampled_from([-1, 2, 10, 25, 100, -1e-300, 1 + 2**-52])


def not_whole(least: int = 0, most: int | None = None) -> SearchStrategy[Any]:
    """Return a strategy of whole numbers outside `least` .. `most`, of fractions, and of what is no number."""
    wrong = [st.integers(max_value=least - 1), st.floats(least, least + 1e6).filter(lambda v: not v.is_integer())]
    if most is not None:
        wrong.append(st.integers(min_value=most + 1))
    return NOT_NUMBERS | st.one_of(wrong)
