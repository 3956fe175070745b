"""Distances and diversities on cases whose value is known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from collapse_lib import metrics


def test_the_squared_distance_of_two_gaussians_is_that_of_their_means_and_deviations():
    assert metrics.squared_wasserstein(3.0, 5.0, true_mean=1.0, true_std=2.0) == 4 + 9
    assert metrics.squared_wasserstein(0.0, 1.0) == 0
    assert metrics.squared_wasserstein(np.array([0.0, 2.0]), np.array([1.0, 1.0])).tolist() == [0.0, 4.0]


def test_it_is_the_cost_of_moving_quantile_to_quantile():
    level = (np.arange(200_000) + 0.5) / 200_000
    moves = stats.norm(3, 5).ppf(level) - stats.norm(1, 2).ppf(level)
    assert metrics.squared_wasserstein(3.0, 5.0, true_mean=1.0, true_std=2.0) == pytest.approx(
        np.mean(moves**2), rel=1e-3
    )


UNIFORM, POINT = np.full(4, 0.25), np.array([0.0, 1.0, 0.0, 0.0])


def test_diversity_of_a_uniform_and_of_a_single_token():
    assert metrics.support(UNIFORM) == 4
    assert metrics.support(POINT) == 1
    assert metrics.heterozygosity(UNIFORM) == pytest.approx(0.75)
    assert metrics.heterozygosity(POINT) == 0
    assert metrics.entropy(UNIFORM) == pytest.approx(np.log(4))
    assert metrics.entropy(POINT) == 0
    assert metrics.perplexity(metrics.entropy(UNIFORM)) == pytest.approx(4)


def test_diversity_is_taken_over_the_last_axis():
    table = np.stack([UNIFORM, POINT])
    assert metrics.support(table).tolist() == [4, 1]
    np.testing.assert_allclose(metrics.heterozygosity(table), [0.75, 0])
    np.testing.assert_allclose(metrics.entropy(table), [np.log(4), 0])
    np.testing.assert_allclose(metrics.total_variation(table, UNIFORM), [0, 0.75])


def test_heterozygosity_is_the_chance_that_two_draws_differ(rng):
    p = np.array([0.5, 0.3, 0.2])
    one, other = rng.choice(3, (2, 40_000), p=p)
    assert np.mean(one != other) == pytest.approx(metrics.heterozygosity(p), abs=4 * np.sqrt(0.25 / 40_000))


def test_total_variation_is_the_most_that_an_event_can_differ():
    p, q = np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.3, 0.5])
    assert metrics.total_variation(p, q) == pytest.approx(0.3)
    assert metrics.total_variation(POINT, np.roll(POINT, 1)) == 1


def test_survival_is_the_share_of_each_group_that_is_alive():
    alive, group = np.array([True, False, True, True, False]), np.array([0, 0, 1, 1, 1])
    np.testing.assert_allclose(metrics.survival(alive, group, 2), [1 / 2, 2 / 3])


def test_the_survival_of_a_group_without_tokens_is_not_a_number():
    np.testing.assert_equal(metrics.survival(np.array([True, False]), np.array([1, 1]), 3), [np.nan, 0.5, np.nan])
