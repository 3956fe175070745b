"""A bootstrap over runs: what is drawn anew, and how often its interval holds the truth."""

from __future__ import annotations

import numpy as np
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib.experiments.resampling import LEVEL, RESAMPLES, interval, resampled


def test_as_many_runs_are_drawn_each_from_all_and_whole(rng):
    runs = np.arange(12).reshape(6, 2)
    found = resampled(runs, rng=rng)
    assert found.shape == (RESAMPLES, 6, 2)
    assert np.all(found[..., 1] == found[..., 0] + 1)
    assert_share((found[..., 0] == 4).any(axis=1), 1 - (5 / 6) ** 6)
    assert_mean(found.mean(axis=1), runs.mean(axis=0))


def test_the_interval_is_between_the_tails():
    assert interval(np.arange(1_001)) == pytest.approx([25, 975])
    assert interval(np.arange(2_002).reshape(1_001, 2)).shape == (2, 2)


def test_the_interval_of_a_mean_holds_it_95_times_in_100(rng):
    ends = [interval(resampled(rng.exponential(size=100), rng=rng).mean(axis=1)) for _ in range(400)]
    # Of skewed numbers a percentile interval of 100 runs holds it two times in a hundred less often.
    assert_share([low <= 1 <= high for low, high in ends], LEVEL - 0.02, slack=0.01)


@pytest.mark.parametrize(("runs", "error"), [([], ValueError), (None, TypeError), ("abc", TypeError), (3, TypeError)])
def test_no_runs_and_what_are_none_are_refused(runs, error, rng):
    with pytest.raises(error, match="must"):
        resampled(runs, rng=rng)
    with pytest.raises(error, match="must"):
        interval(runs)
