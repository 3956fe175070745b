"""How far the law of the median variance lies below the true median, which an inversion gives exactly."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import trapezoid
from scipy.optimize import brentq
from scipy.special import loggamma, polygamma
from simulations import simulated
from tolerances import assert_median, assert_share

from collapse_lib import theory
from collapse_lib.policies import replace


def chance_below(refits: int, samples: int) -> Callable[[float], float]:
    """Return the distribution function of ln sigma_n^2, by Gil-Pelaez inversion."""
    nu = samples - 1
    width = np.sqrt(refits * polygamma(1, nu / 2))
    t = np.linspace(1e-6, (400 if refits == 1 else 60) / width, 200_001)
    log_phi = refits * (loggamma(nu / 2 + 1j * t) - loggamma(nu / 2) + 1j * t * np.log(2 / nu))
    return lambda x: 0.5 - trapezoid(np.imag(np.exp(log_phi - 1j * t * x)) / t, t) / np.pi


def median_above_law(refits: int, samples: int) -> float:
    """Return by what share of the law the true median lies above it."""
    law, below = refits * theory.log_variance_drift(samples), chance_below(refits, samples)
    width = np.sqrt(refits * polygamma(1, (samples - 1) / 2))
    return np.expm1(brentq(lambda x: below(x) - 0.5, law - width, law + width, xtol=1e-9) - law)


@pytest.mark.parametrize(("samples", "generation", "percent"), [(100, 100, 39.94), (100, 500, 87.59), (500, 100, 3.17)])
def test_so_many_lineages_are_less_than_half_as_wide(samples, generation, percent, rng):
    exact = chance_below(generation + 1, samples)(np.log(1 / 4))
    assert 100 * exact == pytest.approx(percent, abs=0.005)
    assert_share(simulated(replace(), generation, rng, samples=samples, lineages=10_000)[1] < 0.5, exact)


@pytest.mark.parametrize(("samples", "once", "often"), [(2, 62, 77), (3, 23, 28), (5, 10, 11), (10, 4, 4)])
def test_with_few_samples_it_is_far_too_low(samples, once, often):
    assert 100 * median_above_law(1, samples) == pytest.approx(once, abs=0.55)
    assert 100 * median_above_law(1_000, samples) == pytest.approx(often, abs=0.5)
    assert once - 0.5 < 100 * median_above_law(4, samples) < often + 0.5


@pytest.mark.parametrize("refits", [1, 4, 30, 1_000])
def test_from_30_samples_on_it_is_low_by_a_third_of_1_over_m(refits):
    for samples in (30, 50, 100, 1_000):
        assert median_above_law(refits, samples) == pytest.approx(1 / (3 * samples), rel=0.1)
    for samples in (2, 3, 5, 10, 20):
        assert median_above_law(refits, samples) > 1.09 / (3 * samples)


@pytest.mark.parametrize("samples", [2, 3, 5, 30])
def test_one_refit_has_the_median_of_a_chi_square(samples):
    nu = samples - 1
    exact = stats.chi2(nu).median() / nu
    assert theory.median_variance(1, samples) * (1 + median_above_law(1, samples)) == pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize("samples", [2, 3, 5])
@pytest.mark.parametrize("ddof", [1, 0])
def test_simulated_medians_lie_where_the_inversion_says(samples, ddof, rng):
    nu = samples - 1
    variance = np.exp(np.log(rng.chisquare(nu, (100_000, 6)) / (samples - ddof)).sum(axis=1))
    law = theory.median_variance(6, samples, ddof=ddof)
    assert_median(variance, law * (1 + median_above_law(6, samples)))
