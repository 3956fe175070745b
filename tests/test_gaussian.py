"""Laws of the refitted Gaussian, simulated by `ensembles` unless said otherwise; Theorem 3.1 in one and more dimensions."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean, assert_median, assert_quantile, assert_same_law, assert_share

from collapse_lib import ensembles, theory
from collapse_lib.metrics import squared_wasserstein
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.multivariate import MultivariateGaussian
from collapse_lib.policies import Accumulate, Refresh, keep_real, replace
from collapse_lib.recursion import Dataset, generations

TRUTH = Gaussian()


def simulated(policy, generation: int, rng, *, samples: int, lineages: int, **settings) -> tuple[Dataset, Dataset]:
    """Return mean and standard deviation of every lineage in one generation."""
    run = ensembles.gaussian(policy, samples=samples, lineages=lineages, rng=rng, **settings)
    return next(islice(run, generation, None))


# One fit


def test_a_fit_is_the_sample_mean_and_the_unbiased_deviation(rng):
    fitted = Gaussian().fit(np.array([1.0, 2.0, 6.0]), rng=rng)
    assert fitted == Gaussian(3.0, np.sqrt(7.0))


def test_ddof_0_divides_by_the_number_of_samples_and_is_handed_down(rng):
    fitted = Gaussian(ddof=0).fit(np.array([1.0, 2.0, 6.0]), rng=rng)
    assert fitted.std == pytest.approx(np.sqrt(14 / 3))
    assert fitted.ddof == 0


def test_samples_have_the_mean_and_the_deviation_of_the_model(rng):
    values = Gaussian(3.0, 0.5).sample(20_000, rng=rng)
    assert_mean(values, 3.0)
    assert_mean((values - 3.0) ** 2, 0.25)


# Replace: averages. Refits count from 1, generations from 0.

REFITS = [1, 2, 10, 50]


@pytest.mark.parametrize("refits", REFITS)
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_expected_variance(refits, ddof, rng):
    _, std = simulated(replace(), refits - 1, rng, samples=100, lineages=40_000, ddof=ddof)
    assert_mean(std**2, theory.expected_variance(refits, 100, ddof=ddof))


def test_the_expected_variance_stays_as_it_was_and_with_ddof_0_it_shrinks_by_a_share_of_1_in_m():
    assert theory.expected_variance(REFITS, 100).tolist() == [1.0] * 4
    np.testing.assert_allclose(theory.expected_variance(REFITS, 100, ddof=0), 0.99 ** np.array(REFITS))


@pytest.mark.parametrize("refits", REFITS)
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_expected_deviation(refits, ddof, rng):
    _, std = simulated(replace(), refits - 1, rng, samples=20, lineages=40_000, ddof=ddof)
    assert_mean(std, theory.expected_std(refits, 20, ddof=ddof))


@pytest.mark.parametrize("refits", REFITS)
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_mean_walks(refits, ddof, rng):
    mean, _ = simulated(replace(), refits - 1, rng, samples=100, lineages=40_000, ddof=ddof)
    assert_mean(mean, 0.0)
    assert_mean(mean**2, theory.expected_squared_error_of_mean(refits, 100, ddof=ddof))


@pytest.mark.parametrize("refits", REFITS)
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_expected_squared_distance(refits, ddof, rng):
    found = simulated(replace(), refits - 1, rng, samples=100, lineages=40_000, ddof=ddof)
    assert_mean(squared_wasserstein(*found), theory.expected_w2(refits, 100, ddof=ddof))


@pytest.mark.parametrize("truth", [Gaussian(5.0, 3.0), Gaussian(-2.0, 0.1)])
def test_the_laws_scale_with_the_truth(truth, rng):
    mean, std = simulated(replace(), 4, rng, samples=50, lineages=40_000, truth=truth)
    distance = squared_wasserstein(mean, std, true_mean=truth.mean, true_std=truth.std)
    assert_mean(distance / truth.std**2, theory.expected_w2(5, 50))


def test_the_generic_loop_obeys_the_expected_squared_distance(rng):
    distance = []
    for _ in range(1_000):
        last = next(islice(generations(Gaussian(), TRUTH.sample(30, rng=rng), replace(), rng=rng), 9, None))
        distance.append(squared_wasserstein(last.model.mean, last.model.std))
    assert_mean(distance, theory.expected_w2(10, 30))


# Replace: what is typical


@pytest.mark.parametrize("refits", REFITS)
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_median_variance(refits, ddof, rng):
    _, std = simulated(replace(), refits - 1, rng, samples=100, lineages=20_000, ddof=ddof)
    law = theory.median_variance(refits, 100, ddof=ddof)
    assert_median(std**2, law * (1 + 1 / 297))  # the law is a third of 1 / (M - 1) low, as it says


@pytest.mark.parametrize(("samples", "ddof", "refits"), [(10, 1, 6), (100, 1, 68), (100, 0, 34)])
def test_half_the_variance_is_gone_after_the_half_life(samples, ddof, refits, rng):
    assert round(theory.half_life(samples, ddof=ddof)) == refits
    _, std = simulated(replace(), refits - 1, rng, samples=samples, lineages=10_000, ddof=ddof)
    # Half a generation of rounding, and a law for the median that is 1 / 3 (M - 1) low.
    assert_median(std**2, 0.5, slack=0.5 * (0.5 * np.log(2) / refits + 1 / (3 * samples - 3)))


# Of 300,000 lineages after 2,500 generations; the second number is four standard errors. In words: about 1.1, 1.7, 3.6.
LIMIT = {0.05: (1.0045, 0.0004), 0.25: (1.133, 0.004), 0.5: (1.664, 0.013), 0.75: (3.56, 0.05), 0.95: (19.3, 0.6)}


def test_a_single_lineage_stops_narrow_and_in_the_wrong_place(rng):
    run = ensembles.gaussian(replace(), samples=100, lineages=5_000, rng=rng)
    then, now = (squared_wasserstein(*found) for found in islice(run, 3_000, 4_001, 1_000))
    for level, (law, error) in LIMIT.items():
        assert_quantile(now, level, law, slack=error)
    assert_share(now < 5, 0.82, slack=0.005)
    assert np.median(np.abs(now - then)) < 1e-6
    assert theory.expected_w2(4_001, 100) - theory.expected_w2(3_001, 100) == pytest.approx(10)


def test_the_deviation_goes_to_0_on_every_lineage_though_its_mean_square_does_not(rng):
    _, std = simulated(replace(), 5_000, rng, samples=10, lineages=2_000)
    assert np.all(std < 1e-50)
    assert theory.expected_variance(5_001, 10) == 1.0


def test_a_few_runaways_carry_the_mean_so_that_a_sample_of_runs_falls_short(rng):
    distance = squared_wasserstein(*simulated(replace(), 2_999, rng, samples=100, lineages=5_000))
    assert theory.expected_w2(3_000, 100) == pytest.approx(32, abs=0.5)
    assert distance.mean() < 0.75 * theory.expected_w2(3_000, 100)
    assert distance.max() > 100 * np.median(distance)


# A share of real data, and everything kept


@pytest.mark.parametrize("generation", [0, 1, 5, 40])
@pytest.mark.parametrize("fraction", [0.1, 0.5])
@pytest.mark.parametrize("ddof", [1, 0])
def test_fresh_real_data_hold_the_moments_where_the_law_says(generation, fraction, ddof, rng):
    policy = Refresh(TRUTH, fraction)
    mean, std = simulated(policy, generation, rng, samples=50, lineages=20_000, ddof=ddof)
    error, variance = theory.refresh_moments(generation + 1, 50, policy.fresh(50), ddof=ddof)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


@pytest.mark.parametrize("generation", [50, 200])
def test_ten_per_cent_fresh_data_make_a_plateau(generation, rng):
    found = simulated(Refresh(TRUTH, 0.1), generation, rng, samples=100, lineages=20_000)
    assert_mean(squared_wasserstein(*found), 0.08, slack=0.005)
    assert_median(found[1] ** 2, 0.98, slack=0.005)


def test_ten_per_cent_of_one_fixed_pool_make_a_slightly_higher_plateau(rng):
    early, late = [], []
    for _ in range(400):
        run = generations(Gaussian(), TRUTH.sample(100, rng=rng), keep_real(0.1), rng=rng)
        found = [squared_wasserstein(g.model.mean, g.model.std) for g in islice(run, 100)]
        early.append(np.mean(found[30:65]))
        late.append(np.mean(found[65:]))
    assert_mean(np.add(early, late) / 2, 0.10, slack=0.005)
    assert_mean(np.subtract(late, early), 0.0)


@pytest.mark.parametrize("generation", [0, 1, 9, 60])
def test_nothing_thrown_away_bounds_the_error_of_the_mean(generation, rng):
    mean, std = simulated(Accumulate(), generation, rng, samples=20, lineages=20_000)
    error, variance = theory.accumulate_moments(generation + 1, 20)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


def test_nothing_thrown_away_makes_the_distance_level_off_at_163_hundredths_of_the_first(rng):
    run = ensembles.gaussian(Accumulate(), samples=100, lineages=20_000, rng=rng)
    late = squared_wasserstein(*next(islice(run, 400, None)))
    first = theory.expected_w2(1, 100)
    assert first == pytest.approx(0.0150, abs=0.00005)
    # What is still to come after n bags is a share of about 1 / n of the first error.
    assert_mean(late / first, 1.63, slack=0.005 + 1 / 400)


# More dimensions


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
