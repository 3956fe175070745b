"""The closed forms of refitted Gaussians, against integrals and sums, their limits, and what the course prints."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from scipy import stats

from collapse_lib import theory
from collapse_lib.theory import chi

# Gaussian


@pytest.mark.parametrize("samples", [2, 5, 100, 10_000])
def test_c4_is_the_mean_of_a_chi_variable(samples):
    nu = samples - 1
    assert theory.c4(samples) == pytest.approx(stats.chi(nu).mean() / np.sqrt(nu))


@pytest.mark.parametrize("samples", [5, 100])
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_drift_is_the_mean_logarithm_of_a_chi_square(samples, ddof):
    nu = samples - 1
    drift = stats.chi2(nu).expect(lambda x: np.log(x / (samples - ddof)))
    assert theory.log_variance_drift(samples, ddof=ddof) == pytest.approx(drift, rel=1e-6)


@pytest.mark.parametrize(("samples", "half_life"), [(10, 6), (100, 68), (1_000, 692), (10_000, 6931)])
def test_the_half_life_is_about_069_times_the_number_of_samples(samples, half_life):
    assert theory.half_life(samples) == pytest.approx(half_life, abs=0.5)
    assert theory.half_life(samples) == pytest.approx(np.log(2) * (samples - 1), abs=0.5)
    assert theory.median_variance(theory.half_life(samples), samples) == pytest.approx(0.5)


def test_ddof_0_doubles_the_speed():
    assert theory.half_life(100, ddof=0) == pytest.approx(34, abs=0.5)


@pytest.mark.parametrize("samples", [10, 1_000])
@pytest.mark.parametrize("ddof", [1, 0])
def test_the_error_of_the_mean_sums_the_variances_so_far(samples, ddof):
    variances = theory.expected_variance(np.arange(40), samples, ddof=ddof)
    np.testing.assert_allclose(
        theory.expected_squared_error_of_mean(np.arange(1, 41), samples, ddof=ddof), np.cumsum(variances) / samples
    )


def test_at_refits_0_everything_is_the_truth():
    for law in (theory.expected_w2, theory.expected_squared_error_of_mean):
        assert law(0, 10) == law(0, 10, ddof=0) == 0
    for law in (theory.expected_variance, theory.expected_std, theory.median_variance):
        assert law(0, 10) == law(0, 10, ddof=0) == 1
    assert theory.refresh_moments(0, 10, 3) == theory.accumulate_moments(0, 10) == (0.0, 1.0)


def test_the_expected_distance_starts_with_slope_15_and_grows_for_ever():
    assert theory.expected_w2(10, 100_000) == pytest.approx(1.5 * 10 / 100_000, rel=1e-3)
    assert theory.expected_w2(10**7, 100) == pytest.approx(10**5 + 2)


@pytest.mark.parametrize("samples", [2, 10, 100, 1_000])
def test_with_ddof_0_the_expected_distance_stays_bounded_it_goes_to_2(samples):
    found = theory.expected_w2(np.arange(0, 40 * samples), samples, ddof=0)
    assert np.all(np.diff(found) >= -1e-12) and found.max() <= 2
    assert theory.expected_w2(10**6, samples, ddof=0) == pytest.approx(2)
    assert theory.expected_w2(10**6, samples) > 1_000


@pytest.mark.parametrize("samples", [2, 50, 99, 100, 101, 102, 10**6, 10**12, 2**53 - 1])
def test_the_chi_variables_keep_their_digits_with_however_many_samples(samples):
    nu = mpmath.mpf(samples - 1)
    with mpmath.workdps(60):
        log_mean = mpmath.loggamma((nu + 1) / 2) - mpmath.loggamma(nu / 2) - mpmath.log(nu / 2) / 2
        mean_log = mpmath.digamma(nu / 2) - mpmath.log(nu / 2)
    assert chi.log_mean(samples - 1) == pytest.approx(float(log_mean), rel=1e-10)
    assert chi.mean_log_square(samples - 1) == pytest.approx(float(mean_log), rel=1e-13)


def test_a_trillion_samples_drift_a_trillionth():
    samples = 10**12
    assert theory.expected_w2(1, samples) * samples == pytest.approx(1.5)
    assert theory.expected_w2(1, samples, ddof=0) * samples == pytest.approx(1.5)
    assert theory.expected_squared_error_of_mean(7, samples, ddof=0) * samples == pytest.approx(7)
    assert (1 - theory.expected_variance(10**9, samples, ddof=0)) * 1_000 == pytest.approx(1, rel=1e-3)
    assert theory.half_life(samples) / samples == pytest.approx(np.log(2))


BY_DDOF = [theory.expected_variance, theory.expected_std, theory.expected_squared_error_of_mean, theory.expected_w2]


def test_variances_are_unbiased_unless_asked_otherwise():
    for law in (*BY_DDOF, theory.median_variance):
        assert law(3, 7) == law(3, 7, ddof=1) != law(3, 7, ddof=0)
    for law in (theory.log_variance_drift, theory.half_life):
        assert law(7) == law(7, ddof=1) != law(7, ddof=0)
    assert theory.refresh_moments(3, 7, 2) == theory.refresh_moments(3, 7, 2, ddof=1)


def test_a_million_refits_of_all_there_is_are_the_most():
    assert theory.accumulate_moments(1_000_000, 10**9)[0] * 10**9 == pytest.approx(np.pi**2 / 6, rel=1e-6)


def refitted(covariance: np.ndarray, ddof: int = 1) -> tuple[float, float]:
    """Return E[mean^2] and E[variance] of samples with expectation 0 and this covariance matrix, shape (M, M)."""
    samples, total = len(covariance), covariance.sum()
    return total / samples**2, (np.trace(covariance) - total / samples) / (samples - ddof)


@pytest.mark.parametrize("fresh", [0, 1, 3, 4, 5])
@pytest.mark.parametrize("ddof", [1, 0])
def test_moments_with_fresh_data_are_what_covariance_matrices_say(fresh, ddof):
    error, variance = 0.0, 1.0
    for refits in range(1, 8):
        covariance = np.eye(5)
        covariance[fresh:, fresh:] = error + variance * np.eye(5 - fresh)  # what one model wrote shares its error
        error, variance = refitted(covariance, ddof)
        assert theory.refresh_moments(refits, 5, fresh, ddof=ddof) == pytest.approx((error, variance))


def test_moments_when_nothing_is_thrown_away_are_what_covariance_matrices_say():
    covariance = np.eye(3)
    for refits in range(1, 8):
        error, variance = refitted(covariance)
        assert theory.accumulate_moments(refits, 3) == pytest.approx((error, variance))
        with_mean = np.tile(covariance.mean(axis=0), (3, 1))
        written = error + variance * np.eye(3)
        covariance = np.block([[covariance, with_mean.T], [with_mean, written]])


def test_fresh_data_of_none_are_replace_and_of_all_are_a_first_fit():
    assert theory.refresh_moments(30, 100, 0) == pytest.approx((0.3, 1.0))
    assert theory.refresh_moments(30, 100, 100) == pytest.approx((0.01, 1.0))
    assert theory.refresh_moments(30, 100, 0, ddof=0)[1] == pytest.approx(0.99**30)


@pytest.mark.parametrize("fresh", [1, 10, 50])
def test_fresh_data_lead_to_a_fixed_point(fresh):
    error, variance = theory.refresh_moments(10_000, 100, fresh)
    assert theory.refresh_moments(10_001, 100, fresh) == pytest.approx((error, variance))
    synthetic = (100 - fresh) / 100
    assert error == pytest.approx((synthetic * variance + fresh / 100) / 100 / (1 - synthetic**2))


def test_accumulating_leads_to_pi_squared_over_6():
    error, variance = theory.accumulate_moments(4_000, 10**6)
    assert error * 10**6 == pytest.approx(np.pi**2 / 6, abs=1.1 / 4_000)
    assert variance == pytest.approx(1.0, abs=1e-5)
    assert theory.accumulate_moments(4_000, 100)[0] * 100 < np.pi**2 / 6
