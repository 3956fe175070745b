"""The domains of `metrics`."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from values import NOT_NUMBERS, not_between, not_whole

from collapse_lib import metrics as ROOM

LENGTHS = st.floats(-1e150, 1e150)
WIDTHS = st.floats(0, 1e150)
DISTRIBUTIONS = st.lists(st.integers(0, 1_000), min_size=1, max_size=6).filter(any).map(lambda n: np.array(n) / sum(n))
NO_DISTRIBUTIONS = NOT_NUMBERS | st.sampled_from(
    [[], 0.5, 1.0, [0.5, 0.6], [1.5, -0.5], [0.0], [[0.5, 0.5], [0.5, 0.4]], [0.5, np.nan, 0.5], [50, 50]]
)
PAIRS = st.integers(1, 5).flatmap(lambda v: arguments(p=of_length(v), q=of_length(v)))


def of_length(tokens: int):
    """Return a strategy of distributions over so many tokens."""
    counts = st.lists(st.integers(0, 1_000), min_size=tokens, max_size=tokens)
    return counts.filter(any).map(lambda n: np.array(n) / sum(n))


def distance(found, mean, std, true_mean, true_std):
    assert found >= 0 and np.isfinite(found)
    assert (found == 0) == (mean == true_mean and std == true_std) or found < 1e-300


def tokens_left(found, p):
    assert found == sum(share > 0 for share in p)


def two_draws_differ(found, p):
    assert 0 <= found <= 1 - 1 / len(p) + 1e-12


def nats(found, p):
    assert 0 <= found <= np.log(len(p)) + 1e-12


def most_by_which_two_differ(found, p, q):
    assert 0 <= found <= 1
    assert found == ROOM.total_variation(q, p)


def shares_of_groups(found, alive, group, groups):
    assert found.shape == (groups,)
    for number, share in enumerate(found):
        of_it = [one for one, its in zip(alive, group, strict=True) if its == number]
        assert share == np.mean(of_it) if of_it else np.isnan(share)


def as_many_equal_choices(found, cross_entropy):
    assert found >= 1 and np.log(found) == pytest.approx(cross_entropy if cross_entropy < 709 else np.inf)


WORDS = st.integers(0, 6).flatmap(
    lambda v: arguments(
        alive=st.lists(st.booleans(), min_size=v, max_size=v),
        group=st.lists(st.integers(0, 3), min_size=v, max_size=v),
        groups=st.integers(4, 6),
    )
)
TABLE = {
    "squared_wasserstein": Border(
        ROOM.squared_wasserstein,
        arguments(mean=LENGTHS, std=WIDTHS, true_mean=LENGTHS, true_std=WIDTHS),
        distance,
        {
            "mean": not_between(-1e150, 1e150),
            "std": not_between(0, 1e150),
            "true_mean": not_between(-1e150, 1e150),
            "true_std": not_between(0, 1e150),
        },
        apart=st.just({"mean": [1.0, 2.0], "std": [1.0, 2.0, 3.0]}),
    ),
    "support": Border(
        ROOM.support, arguments(p=st.lists(st.floats(0, 1e9))), tokens_left, {"p": not_between(0) | st.just(0.5)}
    ),
    "heterozygosity": Border(
        ROOM.heterozygosity, arguments(p=DISTRIBUTIONS), two_draws_differ, {"p": NO_DISTRIBUTIONS}
    ),
    "entropy": Border(ROOM.entropy, arguments(p=DISTRIBUTIONS), nats, {"p": NO_DISTRIBUTIONS}),
    "total_variation": Border(
        ROOM.total_variation,
        PAIRS,
        most_by_which_two_differ,
        {"p": NO_DISTRIBUTIONS, "q": NO_DISTRIBUTIONS},
        apart=st.sampled_from([{"p": [0.5, 0.5], "q": [1.0]}, {"p": np.full((2, 2), 0.5), "q": np.full((3, 2), 0.5)}]),
    ),
    "survival": Border(
        ROOM.survival,
        WORDS,
        shares_of_groups,
        {"groups": not_whole(1, 1_000_000), "alive": st.none(), "group": st.none()},
        apart=st.sampled_from(
            [
                {"alive": [True], "group": [0, 1]},
                {"alive": [True], "group": [-1]},
                {"alive": [True], "group": [0.5]},
                {"alive": [True], "group": [6], "groups": 6},
                {"alive": [0.5], "group": [0]},
                {"alive": [-1], "group": [0]},
                {"alive": True, "group": 0},
                {"alive": [[True]], "group": [[0]]},
                {"alive": ["yes"], "group": [0]},
                {"alive": [True], "group": ["a"]},
            ]
        ),
    ),
    "perplexity": Border(
        ROOM.perplexity,
        arguments(cross_entropy=st.floats(0, 1e6) | st.just(np.inf)),
        as_many_equal_choices,
        {"cross_entropy": st.sampled_from([None, "3", np.nan, -1, [1.0, -0.1], [np.nan], -np.inf, pd.NA, True])},
    ),
}
