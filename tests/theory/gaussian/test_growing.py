"""Samples whose number grows: the theorem's conclusion holds just as long as the sum of 1 / M has no bound."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import zeta
from tolerances import assert_mean

from collapse_lib import theory
from collapse_lib.metrics import squared_wasserstein
from collapse_lib.recursion import Dataset

SIZES = {"as many": [5] * 8, "in proportion": [5 * i for i in range(1, 9)], "anything": [2, 50, 3, 9]}
MANY = np.arange(1, 100_001)


def refitted(sizes: list[int], rng: np.random.Generator, lineages: int = 20_000) -> tuple[Dataset, Dataset]:
    """Return mean and standard deviation of lineages after refits to `sizes` samples, which are all drawn."""
    mean, std = np.zeros(lineages), np.ones(lineages)
    for size in sizes:
        data = mean[:, None] + std[:, None] * rng.normal(size=(lineages, size))
        mean, std = data.mean(axis=1), data.std(axis=1, ddof=1)
    return mean, std


@pytest.mark.parametrize("name", SIZES)
def test_the_mean_walks_the_sum_of_1_over_m_and_the_distance_follows_the_law(name, rng):
    sizes = SIZES[name]
    for refits in (1, 3, len(sizes)):
        mean, std = refitted(sizes[:refits], rng)
        assert_mean(mean**2, sum(1 / size for size in sizes[:refits]))
        assert_mean(squared_wasserstein(mean, std), theory.growing_w2(sizes)[refits - 1])


def test_of_equally_many_each_time_it_is_the_law_of_replace():
    np.testing.assert_allclose(theory.growing_w2([7] * 50), theory.expected_w2(np.arange(1, 51), 7), rtol=1e-13)


def test_to_second_order_it_is_three_halves_of_the_sum():
    sizes = 10**6 * MANY[:100]
    np.testing.assert_allclose(theory.growing_w2(sizes), 1.5 * np.cumsum(1 / sizes), rtol=1e-5)


@pytest.mark.parametrize(("power", "goes_on"), [(0, True), (0.5, True), (1, True), (1.5, False), (2, False)])
def test_it_grows_without_bound_just_if_the_samples_do_not_grow_faster_than_in_proportion(power, goes_on):
    found = theory.growing_w2(np.round(100 * MANY**power))
    tenfold = np.diff(found[[99, 999, 9_999, 99_999]])
    # What each tenfold of the time adds: no less than before, or a third of it and less.
    assert np.all(tenfold[1:] > 0.99 * tenfold[:-1]) == goes_on
    assert np.all(tenfold[1:] < 0.35 * tenfold[:-1]) == (not goes_on)


def test_where_it_stays_bounded_it_ends_near_three_halves_of_the_whole_sum():
    for power in (1.5, 2):
        assert theory.growing_w2(np.round(100 * MANY**power))[-1] * 100 == pytest.approx(1.5 * zeta(power), rel=0.01)


@pytest.mark.parametrize(("power", "dies"), [(1, True), (2, False)])
def test_just_then_the_variance_does_not_die(power, dies, rng):
    # ln sigma^2 adds up numbers with means -1 / M and variances 2 / M: it goes to minus infinity if their sum does.
    nu = np.round(3.0 * MANY[:3_000] ** power) - 1
    logs = np.log(rng.chisquare(nu, (400, 3_000)) / nu).cumsum(axis=1)[:, [29, 299, 2_999]]
    falls = np.diff(np.median(logs, axis=0))
    assert (falls < -0.3).all() == dies
    assert (falls > -0.1).all() == (not dies)
