"""Mixtures side by side: the same fits as scikit-learn's, the same law as the loop, and the measures' closed forms."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from blobs import ONE, pair
from scipy.stats import multivariate_normal
from tolerances import assert_same_law, assert_share

from collapse_lib import theory
from collapse_lib.experiments.mixtures import lineages
from collapse_lib.models.em import Mixtures, fitted
from collapse_lib.models.mixture import Mixture
from collapse_lib.policies import Accumulate, keep_real, replace
from collapse_lib.recursion import generations

SLANTED = Mixture(
    np.array([0.2, 0.5, 0.3]),
    np.array([[0.0, 0.0], [3.0, 1.0], [-1.0, 4.0]]),
    np.array([[[1.0, 0.3], [0.3, 0.5]], [[0.4, -0.1], [-0.1, 0.9]], [[2.0, 0.0], [0.0, 0.2]]]),
)


@pytest.mark.parametrize("truth", [pair(1.5), pair(6.0, 0.1), SLANTED], ids=["near", "far", "three, slanted"])
def test_fits_side_by_side_are_scikit_learns(truth, rng):
    data = np.stack([truth.sample(200, rng=rng) for _ in range(5)])
    start = Mixtures.of([truth] * 5)
    side_by_side, alone = fitted(start, data), Mixtures.of([truth.fit(one, rng=rng) for one in data])
    for name in ("weights", "means", "covariances"):
        np.testing.assert_allclose(getattr(side_by_side, name), getattr(alone, name), atol=1e-9)


def test_samples_that_are_all_the_same_do_not_stop_the_others(rng):
    data = np.stack([np.full((30, 2), 7.0), pair(6.0).sample(30, rng=rng)])
    found = fitted(fitted(Mixtures.of([pair(6.0)] * 2), data), data)
    np.testing.assert_allclose(found.means[0], 7.0)
    assert found.covariances[0].max() < 1e-50
    assert np.isfinite(found.sample(5, rng=rng)).all()
    alone = pair(6.0).fit(data[1], rng=rng).fit(data[1], rng=rng)
    np.testing.assert_allclose(found.means[1], alone.means, atol=1e-9)


def test_a_fit_leaves_its_start_as_it_was(rng):
    start = Mixtures.of([SLANTED] * 2)
    fitted(start, np.stack([SLANTED.sample(50, rng=rng)] * 2))
    np.testing.assert_array_equal(start.means[1], SLANTED.means)


def test_samples_side_by_side_follow_each_mixture(rng):
    turned = Mixture(SLANTED.weights[::-1].copy(), -SLANTED.means, SLANTED.covariances)
    both = [SLANTED, turned]
    for drawn, mixture in zip(Mixtures.of(both).sample(5_000, rng=rng), both, strict=True):
        alone = mixture.sample(5_000, rng=rng)
        for direction in ([1, 0], [0, 1], [1, 1]):
            assert_same_law(drawn @ direction, alone @ direction)


@pytest.mark.parametrize("policy", [replace(), keep_real(0.2), Accumulate()], ids=repr)
def test_lineages_side_by_side_follow_the_law_of_the_loop(policy, rng):
    truth, last, size = pair(5.0, 0.3), 3, {"samples": 40, "replicates": 300}
    *_, now = islice(lineages.side_by_side(truth, truth, policy, **size, budget=40, rng=rng), last + 1)
    alone = []
    for _ in range(300):
        run = generations(truth, truth.sample(40, rng=rng), policy, rng=rng, budget=40)
        alone.append(next(islice(run, last, None)).model)
    ours, theirs = (lineages.measures(found, truth) for found in (now, Mixtures.of(alone)))
    for name in ours:
        assert_same_law(ours[name], theirs[name])


def test_one_component_loses_variance_at_the_rate_of_ddof_0(rng):
    run = lineages.side_by_side(ONE, ONE, replace(), samples=50, replicates=2_000, rng=rng)
    now = next(islice(run, 9, None))
    for axis in (0, 1):
        law = theory.expected_variance(10, 50, ddof=0)
        variance = now.covariances[:, 0, axis, axis]
        assert abs(variance.mean() - law) < 4 * variance.std() / np.sqrt(2_000)


def test_a_far_group_is_lost_as_a_token_is(rng):
    truth = pair(1e3, 0.05)
    run = lineages.side_by_side(truth, truth, replace(), samples=50, replicates=1_000, rng=rng)
    gone = [lineages.share_near(now, truth) < 1e-6 for now in islice(run, 10)]
    assert_share(np.array(gone).T, theory.chance_lost(0.05, 50, 10))


# The measures


def _density(mixture: Mixture, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    parts = zip(mixture.weights, mixture.means, mixture.covariances, strict=True)
    return sum(weight * multivariate_normal.pdf(np.dstack([x, y]), mean, cov) for weight, mean, cov in parts)


def test_the_distance_is_the_integral_that_it_stands_for():
    other = pair(2.0)

    x, y = np.meshgrid(np.linspace(-9, 10, 400), np.linspace(-7, 10, 400))
    gap = _density(SLANTED, x, y) - _density(other, x, y)
    exact = (gap**2).sum() * (x[0, 1] - x[0, 0]) * (y[1, 0] - y[0, 0])
    found = lineages.squared_l2(Mixtures.of([SLANTED]), Mixtures.of([other]))
    assert found == pytest.approx(exact, rel=1e-3)
    assert lineages.squared_l2(Mixtures.of([other]), Mixtures.of([other])) == pytest.approx(0, abs=1e-12)


def test_the_truth_measured_by_itself():
    truth = pair(6.0, 0.1)
    found = lineages.measures(Mixtures.of([truth] * 2), truth)
    assert found["distance"] == pytest.approx([0, 0], abs=1e-12)
    assert found["spread"] == pytest.approx(np.ones(2))
    assert found["total"] == pytest.approx(np.ones(2))
    assert found["weight"] == pytest.approx(0.1)


def test_the_tail_of_a_wide_component_is_not_the_other_group():
    """One bell over both places draws half of its samples on the far side, and no component stands there."""
    truth = pair(6.0, 0.5)
    wide = Mixture(truth.weights, np.array([[-0.1, 0.0], [-0.1, 0.0]]), np.stack([9 * np.eye(2)] * 2))
    assert lineages.share_near(Mixtures.of([wide]), truth) == pytest.approx(0)


def test_the_whole_variance_is_that_of_its_samples(rng):
    now = lineages.measures(Mixtures.of([SLANTED]), pair(6.0))["total"]
    drawn, real = SLANTED.sample(200_000, rng=rng).var(axis=0).sum(), 2 + 9
    assert now == pytest.approx(drawn / real, rel=0.02)


# What is refused


def test_a_cold_model_is_refused(rng):
    with pytest.raises(ValueError, match="side by side must be warm, got a cold model"):
        lineages.side_by_side(pair(6.0, warm=False), ONE, replace(), samples=9, replicates=1, rng=rng)


@pytest.mark.parametrize("size", [{"samples": 1}, {"samples": 9, "budget": 1}])
def test_fewer_samples_than_components_are_refused(size, rng):
    with pytest.raises(ValueError, match="a sample for each of 2 components, got"):
        lineages.side_by_side(pair(6.0), pair(6.0), replace(), replicates=1, rng=rng, **size)
