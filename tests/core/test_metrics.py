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


def test_what_has_nothing_in_common_differs_by_1_and_by_no_rounding_more():
    p, q = np.array([19, 22, 22, 0, 0, 0]) / 63, np.array([0, 0, 0, 16, 24, 25]) / 65
    assert metrics.total_variation(p, q) == 1


def test_survival_is_the_share_of_each_group_that_is_alive():
    alive, group = np.array([True, False, True, True, False]), np.array([0, 0, 1, 1, 1])
    np.testing.assert_allclose(metrics.survival(alive, group, 2), [1 / 2, 2 / 3])


def test_the_survival_of_a_group_without_tokens_is_not_a_number():
    np.testing.assert_equal(metrics.survival(np.array([True, False]), np.array([1, 1]), 3), [np.nan, 0.5, np.nan])


def test_a_cross_entropy_may_be_negative_by_rounding_only():
    assert metrics.perplexity(-1e-6) == 1
    with pytest.raises(ValueError, match=r"cross_entropy must not be negative, got -1\.1e-06"):
        metrics.perplexity([3.0, -1.1e-6])


def test_beyond_what_a_float_holds_a_perplexity_is_infinite():
    np.testing.assert_array_equal(metrics.perplexity([0, 710, np.inf]), [1, np.inf, np.inf])


def test_shares_in_single_precision_are_scaled_and_others_are_refused():
    p = np.full(30_000, 1 / 30_000, dtype=np.float32)
    assert metrics.entropy(p) == pytest.approx(np.log(30_000), rel=1e-12)
    assert metrics.heterozygosity([1 + 4e-6, 0]) == 0
    with pytest.raises(ValueError, match=r"p must be shares of 1 over the last axis, got sum 1.1, least 0.5"):
        metrics.entropy([[0.5, 0.5], [0.6, 0.5]])
    with pytest.raises(ValueError, match=r"q must be shares of 1 over the last axis, got sum 1, least -0.5"):
        metrics.total_variation([0.5, 0.5], [1.5, -0.5])


def test_distributions_of_other_tokens_are_not_compared():
    with pytest.raises(ValueError, match="p and q must be shares of the same tokens, got 2 and 1"):
        metrics.total_variation([0.5, 0.5], [1.0])
    with pytest.raises(ValueError, match="alive and group must be of the same tokens, got 1 and 2"):
        metrics.survival([True], [0, 1], 2)


def test_there_may_be_a_million_groups():
    assert metrics.survival([True], [999_999], 1_000_000)[-1] == 1


@pytest.mark.parametrize(
    ("alive", "groups", "message"),
    [
        ([2], 1, "alive must be a whole number between 0 and 1, got 2"),
        ([-1], 1, "alive must be a whole number between 0 and 1, got -1"),
        ([], 0, "groups must lie between 1 and 1000000, got 0"),
    ],
)
def test_tokens_are_alive_or_not_and_there_is_a_group(alive, groups, message):
    with pytest.raises(ValueError, match=message):
        metrics.survival(alive, np.zeros(len(alive), dtype=int), groups)
