"""Laws of Gaussians that are refitted to all data so far: the real ones, and everything that was written since.

The n-th refit pools n sets of M samples. To the n M samples with mean m_n and variance s_n^2 come M from N(m_n, s_n^2),
so that s_{n+1}^2 = s_n^2 Z_n, where ((n + 1) M - 1) Z_n = n M - 1 + chi2_{M-1} + n / (n + 1) chi2_1, independent of the
Z before.

Domain: M = 2, 3, ... samples, ddof 1, and 0 to 1,000,000 refits. The truth is that of `replaced`.
"""

from __future__ import annotations

import numpy as np
from scipy.special import roots_genlaguerre

from ... import checks
from ...recursion import Dataset
from .. import chi

_MOST_REFITS = 1_000_000  # a second or two: they are gone through one by one
_FIRST = 10  # refits that need more care
_NODES, _CARE = 10, 60  # of the quadrature: they leave relative errors below 1e-12, with 2 samples as with many
_SMALL = 0.01


def accumulate_moments(refits: int, samples: int) -> tuple[float, float]:
    """Return E[(mean_n - mu)^2] and E[sigma_n^2] (ddof = 1) when nothing is thrown away.

    Exact. The first is the sum of E[sigma_i^2] / (M i^2), which is why pi^2/6 appears (Gerstgrasser et al. 2024;
    Dey & Donoho 2024): its limit is at most pi^2/6 times the first fit's. There are at most 1,000,000 refits.
    """
    error, log_variance, _ = _moments(*_sizes(refits, samples))
    return error, float(np.exp(log_variance))


def accumulate_w2(refits: int, samples: int) -> float:
    """Return E[W2^2] to the truth when nothing is thrown away: it rises to 1.64 times the first fit's if M = 100.

    Exact, as `accumulate_moments` is: with it comes E[sigma_n], the product of c4 and of the E[sqrt(Z_i)].

    >>> [round(accumulate_w2(refits, 100) / accumulate_w2(1, 100), 4) for refits in (2, 11, 101, 10_001)]
    [1.2488, 1.5542, 1.6304, 1.6401]
    """
    refits, samples = _sizes(refits, samples)
    if refits == 0:
        return 0.0
    error, log_variance, pools = _moments(refits, samples)
    log_std = float(chi.log_mean(samples - 1)) + _log_lost(pools, samples) + log_variance / 2
    # E[sigma^2] - 2 E[sigma] + 1, without the digits that its parts share
    return float(error + np.expm1(log_variance) - 2 * np.expm1(log_std))


def _sizes(refits: int, samples: int) -> tuple[int, int]:
    refits = checks.whole(refits, "refits", most=_MOST_REFITS)
    return refits, checks.whole(samples, "samples", least=2, most=checks.LARGEST)


def _moments(refits: int, samples: int) -> tuple[float, float, Dataset]:
    """Return the error of the mean, ln E[sigma_n^2], and how many sets the pool held before the 2nd, 3rd, ... refit."""
    pools = np.arange(1.0, max(refits, 1))
    shrinkage = np.log1p(-1 / (pools + 1) / ((pools + 1) * samples - 1))  # ln E[Z_i]
    log_variance = np.append(0.0, shrinkage.cumsum())
    fitted = np.append(1.0, pools + 1)[:refits]
    error = (np.exp(np.append(0.0, log_variance)[:refits]) / fitted**2).sum() / samples
    return float(error), float(log_variance[-1]), pools


def _log_lost(pools: Dataset, samples: int) -> float:
    """Return the sum of ln E[sqrt(Z / E[Z])] over what was in the pool."""
    few, many = _lost(pools[:_FIRST], samples, _CARE), _lost(pools[_FIRST:], samples, _NODES)
    return float(np.log1p(-few).sum() + np.log1p(-many).sum())


def _lost(pools: Dataset, samples: int, nodes: int) -> Dataset:
    """Return 1 - E[sqrt(Z / E[Z])] for each number of sets in the pool.

    With L the Laplace transform of Z / E[Z] it is the integral of (L(t) - e^-t) t^(-3/2) over t > 0, by 2 sqrt(pi): by
    Gauss and Laguerre, since L(t) e^t - 1 is t^2 times what is smooth.
    """
    pooled = pools / (pools + 1)
    mean = pools * samples - 1 + (samples - 1) + pooled
    lost = np.zeros_like(pools)
    for t, weight in zip(*roots_genlaguerre(nodes, 0.5), strict=True):
        exponent = ((samples - 1) * _excess(2 * t / mean) + _excess(2 * pooled * t / mean)) / 2
        lost += weight / t**2 * np.expm1(exponent)
    return lost / (2 * np.sqrt(np.pi))


def _excess(x: Dataset) -> Dataset:
    """Return x - ln(1 + x) to full precision for x >= 0."""
    s = np.minimum(x, _SMALL)
    series = s**2 * (1 / 2 - s * (1 / 3 - s * (1 / 4 - s * (1 / 5 - s * (1 / 6 - s * (1 / 7 - s / 8))))))
    return np.where(x < _SMALL, series, x - np.log1p(x))
