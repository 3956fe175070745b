"""A bootstrap interval of a median: what five runs can say, and how often that is so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import bootstrap
from tolerances import assert_share

from collapse_lib.experiments import intervals


def runs(*values: float) -> pd.DataFrame:
    return pd.DataFrame({"generation": 0, "real": values})


def ends(table: pd.DataFrame, rng: np.random.Generator) -> list[float]:
    return intervals.of_median(table, "real", "generation", rng=rng)[["low", "high"]].iloc[0].tolist()


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_up_to_five_runs_say_no_more_than_their_range(number, rng):
    values = rng.normal(size=number)
    assert ends(runs(*values), rng) == [values.min(), values.max()]


def test_more_runs_say_more_than_their_range(rng):
    low, high = ends(runs(*range(9)), rng)
    assert 0 < low < 4 < high < 8


def test_it_is_the_percentile_interval_of_scipy(rng):
    values = rng.exponential(size=25)
    low, high = ends(runs(*values), rng)
    drawn = bootstrap((values,), np.median, n_resamples=10_000, method="percentile")
    # Both ends are order statistics, and next to them lie others: the two agree to one of them.
    order = np.sort(values)
    found = np.searchsorted(order, [low, high])
    other = np.searchsorted(order, [drawn.confidence_interval.low, drawn.confidence_interval.high])
    assert np.abs(found - other).max() <= 1


@pytest.mark.parametrize("law", ["normal", "exponential"])
def test_of_five_independent_runs_it_holds_the_true_median_15_times_in_16(law, rng):
    # All five lie above the median with a chance of 1 in 32, and all five below it with as much.
    true = {"normal": 0.0, "exponential": np.log(2)}[law]
    sets = 400
    table = pd.DataFrame({"set": np.repeat(np.arange(sets), 5), "x": getattr(rng, law)(size=5 * sets)})
    found = intervals.of_median(table, "x", "set", rng=rng)
    assert_share((found["low"] <= true) & (true <= found["high"]), 15 / 16)


def test_groups_are_told_apart_by_all_their_columns(rng):
    table = pd.DataFrame({"policy": list("aabb"), "generation": [0, 1, 0, 1], "real": [1.0, 2.0, 3.0, 4.0]})
    found = intervals.of_median(table, "real", ["policy", "generation"], rng=rng)
    assert found.to_numpy().tolist() == [
        ["a", 0, 1, 1, 1, 1],
        ["a", 1, 2, 2, 2, 1],
        ["b", 0, 3, 3, 3, 1],
        ["b", 1, 4, 4, 4, 1],
    ]
