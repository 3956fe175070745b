"""Shares of the damage come with intervals: what resampled runs would give."""

from __future__ import annotations

import numpy as np
import pytest
from tolerances import assert_share

from collapse_lib.experiments.attribution import ALL_SWITCHES, shapley_intervals, shapley_shares
from collapse_lib.recursion import Dataset

TRUTH = {switches: 0.1 + 0.2 * switches[0] + 0.3 * switches[1] + 0.1 * (switches[1] and switches[2]) for switches in
         ALL_SWITCHES}  # fmt: skip
SHARES = shapley_shares(TRUTH)


def noisy(runs: int, rng: np.random.Generator, noise: float = 0.05) -> dict[tuple[bool, bool, bool], Dataset]:
    return {switches: damage + noise * rng.normal(size=runs) for switches, damage in TRUTH.items()}


def test_the_interval_holds_the_true_share_95_times_in_100(rng):
    held = []
    for _ in range(300):
        low, high = shapley_intervals(noisy(40, rng, 0.03), rng=rng).T
        held.append((low <= SHARES) & (high >= SHARES))
    # A percentile interval of 40 runs holds it one time in a hundred less often.
    assert_share(np.array(held), 0.95, slack=0.015)


def test_the_interval_encloses_the_share_and_four_times_the_runs_halve_it(rng):
    few, many = (
        np.mean([shapley_intervals(noisy(runs, rng), rng=rng) for _ in range(20)], axis=0) for runs in (50, 200)
    )
    for low, high in (few.T, many.T):
        assert np.all(low < SHARES) and np.all(high > SHARES)
    assert np.ptp(few, axis=1) / np.ptp(many, axis=1) == pytest.approx(2, rel=0.1)


def test_where_nothing_is_random_the_interval_is_the_share(rng):
    once = {switches: [damage] for switches, damage in TRUTH.items()}
    assert shapley_intervals(once, rng=rng) == pytest.approx(np.stack([SHARES, SHARES], axis=1))


def test_it_is_the_runs_of_a_setting_that_are_drawn_anew(rng):
    two = {**{switches: [damage] for switches, damage in TRUTH.items()}, (True, True, True): [0.6, 0.8]}
    ends = [shapley_shares({**TRUTH, (True, True, True): damage}) for damage in (0.6, 0.8)]
    assert shapley_intervals(two, rng=rng) == pytest.approx(np.sort(np.stack(ends, axis=1), axis=1))
