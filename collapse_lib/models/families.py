"""Which shapes a model can take. A family turns the shares of V tokens into the closest shares that it can express.

"Closest" is maximum likelihood with data without end: of all members, the one that makes the data most probable. What
is a member already is its own closest member. That is why a family that is too small can err only once
(Shumailov et al. 2024, functional expressivity error): the first fit is a member, and every later one finds it again.
"""

from __future__ import annotations

import numpy as np

from ..recursion import Dataset


def any_shape(shares: Dataset) -> Dataset:
    """Return `shares`, shape (V,), as they are: with one free number a token, nothing is out of reach."""
    return shares


def bell(shares: Dataset) -> Dataset:
    """Return the Gaussian over token ids in their order that is closest to `shares`, shape (V,).

    Its members are exp(a k + b k^2), normalised over k = 0 .. V - 1. The closest has the mean and the variance of the
    data (an exponential family's likelihood equations). Newton's method finds it: the log likelihood is concave, its
    slope is the gap in the moments, its curvature minus their covariance. Where only a limit of bells would do (all
    data on one or two tokens), it stops close by.
    """
    moments = _moments(len(shares))  # (2, V)
    target = moments @ shares
    natural = _starting_point(*target)
    for _ in range(100):
        member = _normalised(natural @ moments)
        gap = target - moments @ member
        if np.abs(gap).max() < 1e-13:
            break
        natural = _uphill(natural, _newton(moments, member, gap), moments, target)
    return member


def _moments(size: int) -> Dataset:
    place = np.linspace(-1.0, 1.0, size)
    return np.stack([place, place**2])


def _starting_point(mean: float, square: float) -> Dataset:
    variance = max(square - mean**2, 1e-3)
    return np.array([mean, -0.5]) / variance


def _normalised(logarithms: Dataset) -> Dataset:
    weights = np.exp(logarithms - logarithms.max())
    return weights / weights.sum()


def _newton(moments: Dataset, member: Dataset, gap: Dataset) -> Dataset:
    # Least squares: when nearly all mass sits on one token, the covariance is singular to working precision.
    return np.linalg.lstsq(np.cov(moments, aweights=member, ddof=0), gap, rcond=None)[0]


def _uphill(natural: Dataset, step: Dataset, moments: Dataset, target: Dataset) -> Dataset:
    start = _log_likelihood(natural, moments, target) - 1e-12
    while _log_likelihood(natural + step, moments, target) < start:
        step = step / 2
    return natural + step


def _log_likelihood(natural: Dataset, moments: Dataset, target: Dataset) -> float:
    return float(natural @ target - np.logaddexp.reduce(natural @ moments))
