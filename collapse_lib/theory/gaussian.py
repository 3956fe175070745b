"""Laws of refitted Gaussians.

Under replace, all follow from s'^2 = s^2 chi2_nu / (M - ddof) and mean' ~ N(mean, s^2 / M), independent: Theorem 3.1 of
Shumailov et al. 2024 and its supplement, here in exact form. The truth is N(mu, 1): multiply variances and squared
distances by sigma^2 for another.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import digamma, gammaln

from .. import checks

Numbers = Any  # a number or an array of numbers, broadcast as numpy does


def c4(samples: Numbers) -> Numbers:
    """Return E[s] / sigma for the sample standard deviation s (ddof = 1) of M Gaussian samples, M > 1."""
    checks.more_samples_than_ddof(np.min(samples), 1)
    nu = np.asarray(samples) - 1.0
    return np.sqrt(2 / nu) * np.exp(gammaln((nu + 1) / 2) - gammaln(nu / 2))


def _shrinkage(samples: int, ddof: int) -> float:
    checks.more_samples_than_ddof(samples, max(ddof, 1))
    return (samples - 1) / (samples - ddof)


def expected_variance(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[sigma_n^2] under replace: 1 for every n if ddof = 1 (a martingale), (1 - 1/M)^n if ddof = 0."""
    return _shrinkage(samples, ddof) ** np.asarray(refits, dtype=float)


def expected_std(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[sigma_n] under replace: c4^n if ddof = 1."""
    return (c4(samples) * np.sqrt(_shrinkage(samples, ddof))) ** np.asarray(refits, dtype=float)


def expected_squared_error_of_mean(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[(mean_n - mu)^2] under replace, the sum of E[sigma_i^2] / M over i < n: n / M if ddof = 1."""
    refits = np.asarray(refits, dtype=float)
    ratio = _shrinkage(samples, ddof)
    return refits / samples if ratio == 1 else (1 - ratio**refits) / (1 - ratio) / samples


def expected_w2(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[W2^2] to the truth under replace: n/M + 2 - 2 c4^n if ddof = 1. Its early slope is 1.5 n/M.

    >>> expected_w2(np.array([0, 10, 100]), 100).round(2)
    array([0.  , 0.15, 1.45])
    """
    spread = expected_variance(refits, samples, ddof=ddof) - 2 * expected_std(refits, samples, ddof=ddof) + 1
    return expected_squared_error_of_mean(refits, samples, ddof=ddof) + spread


def log_variance_drift(samples: int, *, ddof: int = 1) -> float:
    """Return E[ln sigma_{n+1}^2 - ln sigma_n^2] under replace, nats per refit: about -1/(M - 1) at ddof 1."""
    shrinkage, nu = _shrinkage(samples, ddof), samples - 1
    return float(digamma(nu / 2) - np.log(nu / 2) + np.log(shrinkage))


def median_variance(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return the median of sigma_n^2 under replace, to a relative accuracy of 1 / (3 M).

    Taken as the median of a normal law for its logarithm, whose skewness raises the true one by that much for every n.

    >>> median_variance(np.array([0, 69, 138]), 100).round(2)
    array([1.  , 0.5 , 0.25])
    """
    return np.exp(np.asarray(refits, dtype=float) * log_variance_drift(samples, ddof=ddof))


def half_life(samples: int, *, ddof: int = 1) -> float:
    """Return the refits after which the median variance is halved: about 0.69 (M - 1) at ddof 1.

    >>> round(half_life(100), 1)
    68.4
    """
    return float(-np.log(2) / log_variance_drift(samples, ddof=ddof))


def refresh_moments(refits: int, samples: int, fresh: int, *, ddof: int = 1) -> tuple[float, float]:
    """Return E[(mean_n - mu)^2] and E[sigma_n^2] when `fresh` of the M samples are new real ones each time.

    Exact: both follow a linear recursion. With fresh = 0 it is replace; with fresh > 0 it has a fixed point.
    Raises ValueError unless 0 <= fresh <= M and M > ddof.
    """
    checks.more_samples_than_ddof(samples, ddof)
    if not 0 <= fresh <= samples:
        raise ValueError(f"fresh samples must lie between 0 and {samples}, got {fresh}")
    error, variance = 0.0, 1.0
    for _ in range(refits):
        error, variance = _refreshed(error, variance, samples, fresh, ddof)
    return error, variance


def _refreshed(error: float, variance: float, samples: int, fresh: int, ddof: int) -> tuple[float, float]:
    synthetic = samples - fresh
    between = error * synthetic * fresh / samples + (variance * fresh + synthetic) / samples
    within = max(synthetic - 1, 0) * variance + max(fresh - 1, 0)
    squares = within + (between if synthetic and fresh else 0.0)
    return (synthetic**2 * error + synthetic * variance + fresh) / samples**2, squares / (samples - ddof)


def accumulate_moments(refits: int, samples: int) -> tuple[float, float]:
    """Return E[(mean_n - mu)^2] and E[sigma_n^2] (ddof = 1) when nothing is thrown away.

    Exact. The first is the sum of E[sigma_i^2] / (M i^2), which is why pi^2/6 appears (Gerstgrasser et al. 2024;
    Dey & Donoho 2024): its limit is at most pi^2/6 times the first fit's.
    """
    checks.more_samples_than_ddof(samples, 1)
    error, variance = 0.0, 1.0
    for pooled in range(1, refits + 1):
        error += variance / (samples * pooled**2)
        variance *= 1 - (1 / (pooled * (pooled * samples - 1)) if pooled > 1 else 0.0)
    return error, variance
