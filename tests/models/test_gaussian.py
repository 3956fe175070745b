"""Laws of the Gaussian that is refitted to its own samples: Theorem 3.1, on average and for a single lineage."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from simulations import simulated
from tolerances import assert_mean, assert_median, assert_quantile, assert_share

from collapse_lib import ensembles, theory
from collapse_lib.metrics import squared_wasserstein
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import replace
from collapse_lib.recursion import generations

TRUTH = Gaussian()


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
    assert theory.expected_w2(4_001, 100) - theory.expected_w2(3_001, 100) == pytest.approx(10, abs=0.01)


def test_the_deviation_goes_to_0_on_every_lineage_though_its_mean_square_does_not(rng):
    _, std = simulated(replace(), 5_000, rng, samples=10, lineages=2_000)
    assert np.all(std < 1e-50)
    assert theory.expected_variance(5_001, 10) == 1.0


def test_a_few_runaways_carry_the_mean_so_that_a_sample_of_runs_falls_short(rng):
    distance = squared_wasserstein(*simulated(replace(), 2_999, rng, samples=100, lineages=5_000))
    assert theory.expected_w2(3_000, 100) == pytest.approx(32, abs=0.5)
    assert distance.mean() < 0.75 * theory.expected_w2(3_000, 100)
    assert distance.max() > 100 * np.median(distance)
