"""Laws of Gaussians that are refitted to their own samples alone, always the same number.

All follow from s'^2 = s^2 chi2_nu / (M - ddof) and mean' ~ N(mean, s^2 / M), independent: Theorem 3.1 of
Shumailov et al. 2024 and its supplement, here in exact form. The truth is N(mu, 1): multiply variances and squared
distances by sigma^2 for another.

Domain: M = 2, 3, ... samples, ddof 1 or 0, and refits 0, 1, 2, ...
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ... import checks
from .. import chi

Numbers = Any  # a number or an array of numbers, broadcast as numpy does


def c4(samples: Numbers) -> Numbers:
    """Return E[s] / sigma for the sample standard deviation s (ddof = 1) of M Gaussian samples."""
    return np.exp(chi.log_mean(checks.whole_numbers(samples, "samples", least=2) - 1))


def _log_shrinkage(samples: int, ddof: int) -> float:
    """Return ln(E[s'^2] / s^2) of a refit: that of (M - 1) / (M - ddof)."""
    samples = checks.whole(samples, "samples", least=2, most=checks.LARGEST)
    return float(np.log1p(-1 / samples)) if checks.whole(ddof, "ddof", most=1) == 0 else 0.0


def _log_std(samples: int, ddof: int) -> float:
    """Return ln(E[s'] / s) of a refit."""
    return _log_shrinkage(samples, ddof) / 2 + float(chi.log_mean(samples - 1))


def expected_variance(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[sigma_n^2] under replace: 1 for every n if ddof = 1 (a martingale), (1 - 1/M)^n if ddof = 0."""
    return np.exp(checks.whole_numbers(refits, "refits") * _log_shrinkage(samples, ddof))


def expected_std(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[sigma_n] under replace: c4^n if ddof = 1."""
    return np.exp(checks.whole_numbers(refits, "refits") * _log_std(samples, ddof))


def expected_squared_error_of_mean(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[(mean_n - mu)^2] under replace, the sum of E[sigma_i^2] / M over i < n: n / M if ddof = 1."""
    refits, shrinkage = checks.whole_numbers(refits, "refits"), _log_shrinkage(samples, ddof)
    return 0.0 - np.expm1(refits * shrinkage) if shrinkage else refits / samples


def expected_w2(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return E[W2^2] to the truth under replace: n/M + 2 - 2 c4^n if ddof = 1. Its early slope is 1.5 n/M.

    >>> expected_w2(np.array([0, 10, 100]), 100).round(2)
    array([0.  , 0.15, 1.45])
    """
    error = expected_squared_error_of_mean(refits, samples, ddof=ddof)
    refits = checks.whole_numbers(refits, "refits")
    # E[sigma^2] - 2 E[sigma] + 1, without the digits that its parts share
    spread = np.expm1(refits * _log_shrinkage(samples, ddof)) - 2 * np.expm1(refits * _log_std(samples, ddof))
    return error + spread


def log_variance_drift(samples: int, *, ddof: int = 1) -> float:
    """Return E[ln sigma_{n+1}^2 - ln sigma_n^2] under replace, nats per refit: about -1/(M - 1) at ddof 1."""
    return _log_shrinkage(samples, ddof) + float(chi.mean_log_square(samples - 1))


def median_variance(refits: Numbers, samples: int, *, ddof: int = 1) -> Numbers:
    """Return the median of sigma_n^2 under replace, as a law that lies a little below it: by 1 / (3 M) if M is large.

    Taken as the median of a normal law for its logarithm, whose skewness raises the true one, with ddof 0 or 1: by 62
    to 77% of the law with 2 samples, by 23 to 28% with 3, by 10 to 11% with 5, by 4% with 10. From 30 samples on it is
    1 / (3 M) to a tenth of that, for every n. A fraction of a refit, as `half_life` gives it, lies on the line between
    its neighbours' logarithms.

    >>> median_variance(np.array([0, 69, 138]), 100).round(2)
    array([1.  , 0.5 , 0.25])
    """
    refits = checks.finite_number(refits, "refits", least=0, most=checks.LARGEST)
    return np.exp(refits * log_variance_drift(samples, ddof=ddof))


def half_life(samples: int, *, ddof: int = 1) -> float:
    """Return the refits after which the median variance is halved: about 0.69 (M - 1) at ddof 1.

    >>> round(half_life(100), 1)
    68.4
    """
    return float(-np.log(2) / log_variance_drift(samples, ddof=ddof))
