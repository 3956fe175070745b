"""What nothing thrown away does to the distance: the exact law, against simulation and integrals, and where it ends."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from simulations import simulated
from tolerances import assert_mean

from collapse_lib import theory
from collapse_lib.metrics import squared_wasserstein
from collapse_lib.policies import Accumulate
from collapse_lib.theory.gaussian import accumulated


@pytest.mark.parametrize("samples", [2, 3, 20])
@pytest.mark.parametrize("generation", [0, 1, 2, 9, 60])
def test_the_mean_distance_and_the_mean_width_are_what_the_law_says(samples, generation, rng):
    mean, std = simulated(Accumulate(), generation, rng, samples=samples, lineages=100_000)
    found = theory.accumulate_w2(generation + 1, samples)
    assert_mean(squared_wasserstein(mean, std), found)
    error, variance = theory.accumulate_moments(generation + 1, samples)
    assert_mean(std, (error + variance + 1 - found) / 2)


@pytest.mark.parametrize("lineage", range(3))
def test_a_pool_of_real_samples_follows_it_too(lineage, rng):
    data = rng.normal(size=(20_000, 4))
    for _ in range(lineage + 1):
        mean, std = data.mean(axis=1), data.std(axis=1, ddof=1)
        data = np.hstack([data, mean[:, None] + std[:, None] * rng.normal(size=(20_000, 4))])
    mean, std = data.mean(axis=1), data.std(axis=1, ddof=1)
    assert_mean(squared_wasserstein(mean, std), theory.accumulate_w2(lineage + 2, 4))


@pytest.mark.parametrize("samples", [2, 3, 100, 10**6])
@pytest.mark.parametrize("sets", [1, 2, 10, 11, 400])
def test_a_refit_loses_of_its_width_what_an_integral_says(samples, sets):
    with mpmath.workdps(50):
        nu, share = mpmath.mpf(samples - 1), mpmath.mpf(sets) / (sets + 1)
        old = mpmath.mpf(sets * samples - 1)
        mean = old + nu + share

        def integrand(t):
            laplace = mpmath.exp(-old * t / mean) / (1 + 2 * t / mean) ** (nu / 2)
            return (laplace / mpmath.sqrt(1 + 2 * share * t / mean) - mpmath.exp(-t)) / t**1.5

        lost = mpmath.quad(integrand, [0, 0.01, 0.1, 1, 5, 20, 100, 400, mpmath.inf]) / (2 * mpmath.sqrt(mpmath.pi))
    found = accumulated._log_lost(np.arange(1.0, sets + 1), samples)
    before = accumulated._log_lost(np.arange(1.0, sets), samples)
    assert -np.expm1(found - before) == pytest.approx(float(lost), rel=1e-9, abs=1e-16)


def test_no_digits_are_lost_with_however_many_samples():
    for samples in (10**6, 10**12, 2**53 - 1):
        ratio = theory.accumulate_w2(4_001, samples) / theory.accumulate_w2(1, samples)
        assert ratio == pytest.approx(np.pi**2 / 6 - 1 / 4_000, abs=2e-6)


@pytest.mark.parametrize(("generation", "ratio"), [(100, 1.6304), (400, 1.6377), (1_000, 1.6392), (20_000, 1.6401)])
def test_with_100_samples_163_is_generation_100_and_not_where_it_stops(generation, ratio):
    assert theory.accumulate_w2(generation + 1, 100) / theory.expected_w2(1, 100) == pytest.approx(ratio, abs=0.00005)


def test_in_the_long_run_it_is_164_times_the_first_fit_and_with_few_samples_less():
    ends = [theory.accumulate_w2(100_000, samples) / theory.expected_w2(1, samples) for samples in (2, 10, 100, 10**9)]
    assert ends == pytest.approx([1.38, 1.60, 1.640, np.pi**2 / 6], abs=0.005)
    assert ends[2] == pytest.approx(1.6402, abs=0.00005)


def test_nothing_is_fitted_at_refits_0_and_once_it_is_replace():
    assert theory.accumulate_w2(0, 10) == 0
    for samples in (2, 100, 10**12):
        assert theory.accumulate_w2(1, samples) == pytest.approx(theory.expected_w2(1, samples), rel=1e-14)
