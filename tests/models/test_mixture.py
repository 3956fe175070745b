"""Mixtures of Gaussians: what a fit finds, what it says when it goes wrong, and the laws that it must obey."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from blobs import ONE, pair
from multivariate import MultivariateGaussian
from tolerances import assert_share

from collapse_lib import theory
from collapse_lib.models.mixture import Mixture
from collapse_lib.policies import replace
from collapse_lib.recursion import generations


def test_one_component_is_the_gaussian_that_divides_by_m(rng):
    data = rng.multivariate_normal([3.0, -1.0], [[2.0, 0.5], [0.5, 1.0]], 40)
    found = ONE.fit(data, rng=rng)
    exact = MultivariateGaussian.standard(2, ddof=0).fit(data, rng=rng)
    np.testing.assert_allclose(found.means[0], exact.mean)
    np.testing.assert_allclose(found.covariances[0], exact.covariance, rtol=1e-8)
    assert found.events == ()


@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
def test_two_far_groups_are_found_whichever_way_the_search_begins(warm, rng):
    truth = pair(20.0, 0.3, warm=warm)
    found = truth.fit(truth.sample(4_000, rng=rng), rng=rng)
    order = np.argsort(found.means[:, 0])
    np.testing.assert_allclose(found.weights[order], truth.weights, atol=4 * np.sqrt(0.21 / 4_000))
    np.testing.assert_allclose(found.means[order], truth.means, atol=4 / np.sqrt(1_200))
    np.testing.assert_allclose(found.covariances[order], truth.covariances, atol=4 * np.sqrt(2 / 1_200))


def test_a_warm_search_keeps_its_components_in_order(rng):
    truth = pair(6.0)
    for generation in islice(generations(truth, truth.sample(500, rng=rng), replace(), rng=rng), 20):
        assert generation.model.means[0, 0] < 0 < generation.model.means[1, 0]


def test_far_groups_are_lost_as_a_token_is(rng):
    # The number of samples in the second group is a binomial with the share that it had: Wright-Fisher drift.
    truth, samples, refits, lost = pair(1e3, 0.1), 20, 4, []
    for _ in range(250):
        run = generations(truth, truth.sample(samples, rng=rng), replace(), rng=rng)
        data = [generation.data[:, 0] > 0 for generation in islice(run, refits)]
        lost.append([not group.any() for group in data])
    assert_share(lost, theory.chance_lost(0.1, samples, refits))


@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
def test_samples_that_are_all_the_same_are_learned_and_told(warm, rng):
    found = pair(6.0, warm=warm).fit(np.ones((30, 2)), rng=rng)
    assert found.events == ("all samples are the same: every component is that point",)
    np.testing.assert_array_equal(found.sample(5, rng=rng), np.ones((5, 2)))
    assert found.fit(np.ones((30, 2)), rng=rng).events == found.events


@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
def test_a_group_that_shrinks_to_a_point_is_learned_and_told(warm, rng):
    data = np.vstack([rng.standard_normal((30, 2)) - [50.0, 0.0], [[50.0, 0.0]]])
    found = pair(100.0, 0.1, warm=warm).fit(data, rng=rng)
    (lone,) = np.flatnonzero(found.weights < 0.5)
    assert found.weights[lone] == pytest.approx(1 / 31)
    assert f"component {lone} shrank to a point or a line" in found.events
    assert np.isfinite(found.fit(found.sample(31, rng=rng), rng=rng).means).all()


def test_a_group_without_a_sample_is_told(rng):
    found = pair(1e3).fit(rng.standard_normal((30, 2)) - [500.0, 0.0], rng=rng)
    assert "component 1 is left with less than a sample" in found.events


def test_a_search_that_does_not_settle_is_told(rng, monkeypatch):
    monkeypatch.setattr("collapse_lib.models.mixture.ROUNDS", 1)
    found = pair(1.0).fit(pair(4.0).sample(100, rng=rng), rng=rng)
    assert found.events[0] == "the search ended after 1 rounds, before it settled"


def test_fewer_samples_than_components_are_refused(rng):
    with pytest.raises(ValueError, match="there must be a sample for each of 2 components, got 1"):
        pair(6.0).fit(np.zeros((1, 2)), rng=rng)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_data_that_are_not_finite_are_refused(bad, rng):
    with pytest.raises(ValueError, match="data must be finite"):
        pair(6.0).fit(np.array([[0.0, 1.0], [bad, 0.0], [1.0, 1.0]]), rng=rng)


@pytest.mark.parametrize(
    ("weights", "means", "match"),
    [
        ([0.5, 0.6], np.zeros((2, 2)), "shares of 1"),
        ([1.0], np.zeros((2, 2)), r"must have shapes \(K,\), \(K, d\), \(K, d, d\), got \[\(1,\)"),
        ([0.5, 0.5], np.zeros((2, 3)), r"must have shapes \(K,\), \(K, d\), \(K, d, d\)"),
    ],
)
def test_parts_that_do_not_agree_are_refused(weights, means, match):
    with pytest.raises(ValueError, match=match):
        Mixture(np.array(weights), means, np.stack([np.eye(2)] * 2))
