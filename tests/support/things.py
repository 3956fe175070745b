"""Strategies of what goes round in the loop, and of what people hand in by mistake in its place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from values import OTHER_KINDS

from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Mix, keep_real, replace

RNGS = st.integers(0, 2**32).map(np.random.default_rng)
NO_RNGS = st.sampled_from([0, None, 2024, "0", np.random, np.random.default_rng, np.random.RandomState(0), [0]])
NO_MODELS: Any = st.sampled_from([None, 3, "Gaussian", Gaussian, zipf, object(), np.zeros(3), {"mean": 0}, replace()])
NO_SAMPLERS: Any = NO_MODELS | st.just(Categorical)
POLICIES = st.sampled_from([replace(), keep_real(0.25), keep_real(1.0), Mix(0.5, 0.25, 0.25), Accumulate()])
NO_POLICIES: Any = st.sampled_from(
    [None, 0.1, "replace", replace, keep_real, Accumulate, Mix, lambda real: real, Gaussian(), [replace()]]
)
_NO_DATA = [*(kind for kind in OTHER_KINDS if not isinstance(kind, list) or kind != [True]), 5, 0.5, np.array(3)]
NO_SAMPLES: Any = st.sampled_from(_NO_DATA)  # what is no data at all
NO_DATASETS: Any = NO_SAMPLES | st.sampled_from([[], (), np.zeros(0), np.zeros((0, 3))])
NOT_FINITE_DATA: Any = st.sampled_from([[np.nan] * 9, [1.0] * 8 + [np.inf], np.ma.masked_equal(np.arange(9), 4)])
NO_IDS: Any = NO_SAMPLES | st.sampled_from(
    [
        [0.0, 1.0],
        [1.5],
        [True, False],
        [0, None],
        [-1, 0],
        [0, 10**6],
        [0, 10**400],
        [[0, 1]],
        np.ma.masked_equal([0, 1], 1),
    ]
)
NO_ID_ROWS: Any = NO_SAMPLES | st.sampled_from(
    [[0, 1], [[0.0, 1.0]], [[1.5]], [[True]], [[-1, 0]], [[0, 10**6]], [[0, 10**400]], [[[0]]], [], [[0, None]]]
)
NO_TOKENS: Any = NO_DATASETS | NO_IDS
NO_TEXTS: Any = st.sampled_from([None, 3, 2.5, b"gull", ["gull"], ("a", "b"), {"a"}, object(), True, np.array(["a"])])
NO_TABLES: Any = st.sampled_from(
    [None, "table", 3, {"generation": [0]}, [1], np.zeros((2, 2)), pd.Series([1.0]), pd.DataFrame()]
)
_OUTSIDE: list[Any] = [[], 0.5, 1.0, [0.5, 0.6], [1.5, -0.5], [0.0], [[0.5, 0.5]], [0.5, np.nan, 0.5], [50, 50]]
NO_DISTRIBUTIONS: Any = NO_SAMPLES | st.sampled_from([*_OUTSIDE, np.ma.masked_equal([0.5, 0.5], 0.5)])
SIZES = st.integers(0, 20)
NUMBERS = st.floats(-1e6, 1e6)


def data(least: int = 1, most: int = 12, width: tuple[int, ...] = ()) -> st.SearchStrategy[Any]:
    """Return a strategy of datasets of `least` to `most` samples, each of shape `width`."""
    return st.integers(least, most).flatmap(lambda m: arrays.arrays(np.float64, (m, *width), elements=NUMBERS))


def tokens(vocabulary: int, *, least: int = 1, most: int = 12) -> st.SearchStrategy[Any]:
    """Return a strategy of token ids of a vocabulary."""
    each = st.integers(0, vocabulary - 1)
    return st.lists(each, min_size=least, max_size=most).map(lambda ids: np.array(ids, dtype=int))


def distributions(vocabulary: int) -> st.SearchStrategy[Any]:
    """Return a strategy of shares of 1, some of them 0."""
    counts = st.lists(st.integers(0, 100), min_size=vocabulary, max_size=vocabulary)
    return counts.filter(any).map(lambda n: np.array(n) / sum(n))
