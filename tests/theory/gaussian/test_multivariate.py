"""Theorem 3.1 in d dimensions, by the generic loop."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from multivariate import MultivariateGaussian
from simulations import simulated
from tolerances import assert_mean, assert_same_law

from collapse_lib import theory
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import replace
from collapse_lib.recursion import Dataset, generations


def iterated(dimension: int, refits: int, replicates: int, samples: int, rng) -> tuple[Dataset, Dataset]:
    """Return means, shape (replicates, d), and covariances, (replicates, d, d), by the generic loop."""
    start = MultivariateGaussian.standard(dimension)
    last = [
        next(islice(generations(start, start.sample(samples, rng=rng), replace(), rng=rng), refits - 1, None)).model
        for _ in range(replicates)
    ]
    return np.array([model.mean for model in last]), np.array([model.covariance for model in last])


@pytest.mark.parametrize("dimension", [2, 3])
@pytest.mark.parametrize("refits", [1, 8])
def test_in_more_dimensions_the_covariance_stays_on_average_and_the_mean_walks(dimension, refits, rng):
    mean, covariance = iterated(dimension, refits, 1_000, 40, rng)
    assert_mean(covariance, np.eye(dimension))
    assert_mean(np.trace(covariance, axis1=1, axis2=2), dimension)
    assert_mean(mean, 0.0)
    assert_mean(np.sum(mean**2, axis=1), dimension * theory.expected_squared_error_of_mean(refits, 40))


@pytest.mark.parametrize("dimension", [2, 3])
def test_in_more_dimensions_the_covariance_vanishes_and_the_mean_stops(dimension, rng):
    start = MultivariateGaussian.standard(dimension)
    run = generations(start, start.sample(10, rng=rng), replace(), rng=rng)
    then, now = (generation.model for generation in islice(run, 300, 601, 300))
    assert np.trace(then.covariance) < 1e-3
    assert np.trace(now.covariance) < np.trace(then.covariance)
    assert np.linalg.norm(now.mean - then.mean) < 10 * np.sqrt(np.trace(then.covariance))


def test_the_determinant_falls_at_the_rate_of_its_chi_squares(rng):
    # ln det S - ln det Sigma is a sum of ln chi2 / nu with nu, nu - 1, ... degrees of freedom (Bartlett).
    _, covariance = iterated(2, 8, 1_000, 40, rng)
    degrees = rng.chisquare([39, 38], (1_000, 8, 2)) / 39
    assert_same_law(np.log(np.linalg.det(covariance)), np.log(degrees).sum(axis=(1, 2)))


def test_one_dimension_of_many_is_the_one_dimensional_model(rng):
    data = rng.normal(3.0, 2.0, 50)
    one, many = Gaussian().fit(data, rng=rng), MultivariateGaussian.standard(1).fit(data[:, None], rng=rng)
    assert many.mean == pytest.approx([one.mean])
    assert many.covariance == pytest.approx(np.array([[one.std**2]]))
    assert_same_law(one.sample(4_000, rng=rng), many.sample(4_000, rng=rng)[:, 0])


@pytest.mark.parametrize("axis", [0, 1])
def test_each_axis_of_many_follows_the_one_dimensional_law(axis, rng):
    mean, covariance = iterated(2, 8, 1_000, 40, rng)
    one = simulated(replace(), 7, rng, samples=40, lineages=4_000)
    assert_same_law(mean[:, axis], one[0])
    assert_same_law(np.sqrt(covariance[:, axis, axis]), one[1])
