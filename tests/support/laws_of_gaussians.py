"""What holds of each law of refitted Gaussians all over its domain, as `laws_of_theory` says it of the others."""

from __future__ import annotations

import numpy as np
import pytest
from laws_of_theory import is_share

from collapse_lib import theory
from collapse_lib.theory import chi


def c4(found, samples):
    assert np.exp(-1 / (4 * (samples - 1))) - 1e-15 <= found <= 1
    assert found == pytest.approx(np.exp(chi.log_mean(samples - 1)), rel=1e-15)


def expected_variance(found, refits, samples, ddof):
    assert is_share(found)
    assert found == pytest.approx(1 if ddof else theory.expected_heterozygosity(refits, samples, 1))


def expected_std(found, refits, samples, ddof):
    assert is_share(found)
    assert found**2 <= theory.expected_variance(refits, samples, ddof=ddof) * (1 + 1e-12)


def expected_error(found, refits, samples, ddof):
    assert found >= 0 and not np.signbit(found)
    assert found == (refits / samples if ddof else pytest.approx(1 - theory.expected_variance(refits, samples, ddof=0)))


def expected_w2(found, refits, samples, ddof):
    std = theory.expected_std(refits, samples, ddof=ddof)
    error = theory.expected_squared_error_of_mean(refits, samples, ddof=ddof)
    variance = theory.expected_variance(refits, samples, ddof=ddof)
    assert found == pytest.approx(error + (1 - std) ** 2 + variance - std**2, rel=1e-6, abs=1e-12)
    assert found >= error and (found > 0) == (refits > 0)


def log_variance_drift(found, samples, ddof):
    assert -np.inf < found <= -1 / samples
    assert found == pytest.approx(chi.mean_log_square(samples - 1) + (0 if ddof else np.log1p(-1 / samples)))


def half_life(found, samples, ddof):
    assert 0 < found <= np.log(2) * (samples - 1)
    assert theory.median_variance(found, samples, ddof=ddof) == pytest.approx(0.5)


def median_variance(found, refits, samples, ddof):
    assert is_share(found)
    assert found == pytest.approx(np.exp(refits * theory.log_variance_drift(samples, ddof=ddof)))
    assert found <= theory.expected_variance(np.floor(refits), samples, ddof=ddof)


def refresh_moments(found, refits, samples, fresh, ddof):
    error, variance = found
    assert 0 <= error < np.inf and 0 <= variance <= 2
    if fresh == 0:
        assert error == pytest.approx(theory.expected_squared_error_of_mean(refits, samples, ddof=ddof), rel=1e-6)
        assert variance == pytest.approx(theory.expected_variance(refits, samples, ddof=ddof), rel=1e-6, abs=1e-12)
    if fresh == samples and refits:
        assert found == pytest.approx((1 / samples, (samples - 1) / (samples - ddof)))


def accumulate_moments(found, refits, samples):
    error, variance = found
    assert 0 <= error <= np.pi**2 / 6 / samples and 0 < variance <= 1
    assert refits == 0 or error >= 1 / samples


def accumulate_w2(found, refits, samples):
    error, variance = theory.accumulate_moments(refits, samples)
    first = theory.expected_w2(1, samples)
    assert error <= found <= error + (1 - variance) + 2 / samples and (found > 0) == (refits > 0)
    assert found <= np.pi**2 / 6 * first * (1 + 1e-12)
    assert theory.accumulate_w2(refits + 1, samples) >= found and (refits == 0 or found >= first * (1 - 1e-12))


def growing_w2(found, samples):
    assert found.shape == (len(samples),) and np.all(np.diff(found) > 0)
    walk = np.cumsum(1 / np.array(samples, dtype=float))
    assert np.all(found >= walk) and np.all(found <= walk + 2)
    np.testing.assert_allclose(found[:1], [theory.expected_w2(1, size) for size in samples[:1]], rtol=1e-12)
    np.testing.assert_allclose(found[0:2], theory.growing_w2(samples[:2]), rtol=1e-12)
