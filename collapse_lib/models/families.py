"""Which shapes a model can take. A family turns the shares of V tokens into the closest shares that it can express.

"Closest" is maximum likelihood with data without end: of all members, the one that makes the data most probable. What
is a member already is its own closest member. That is why a family that is too small can err only once
(Shumailov et al. 2024, functional expressivity error): the first fit is a member, and every later one finds it again.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import minimize, root
from scipy.special import logsumexp

from .. import checks
from ..recursion import Dataset

SOLVED = 1e-12  # how far the moments of a bell may lie from those of the data, over the whole range of tokens


def any_shape(shares: Dataset) -> Dataset:
    """Return `shares`, shape (V,), as they are: with one free number a token, nothing is out of reach.

    Raises ValueError if they are no shares of 1, TypeError if they are no numbers.

    >>> any_shape(np.array([0.3, 0.7]))
    array([0.3, 0.7])
    """
    return checks.distribution(shares)


def bell(shares: Dataset) -> Dataset:
    """Return the Gaussian over token ids in their order that is closest to `shares`, shape (V,).

    Its members are exp(a k + b k^2), normalised over k = 0 .. V - 1. The closest has the mean and the variance of the
    data (an exponential family's likelihood equations); these two equations are solved for a and b. Where only a limit
    of bells would do (all data on one or two tokens), it stops close by. Raises
    ValueError if they are no shares of 1, TypeError if they are no numbers.

    >>> bell(np.array([0.1, 0.0, 0.8, 0.0, 0.1])).round(2)
    array([0.04, 0.24, 0.44, 0.24, 0.04])
    """
    shares = checks.distribution(shares)
    if len(shares) <= 3:  # two free numbers, as a bell has: any shares are a bell's, or a limit of such
        return shares
    moments = _moments(len(shares))  # (2, V)
    target = moments @ shares

    def gap(natural: Dataset) -> Dataset:
        return moments @ _normalised(natural @ moments) - target

    def covariance(natural: Dataset) -> Dataset:
        member = _normalised(natural @ moments)
        mean = moments @ member
        return (moments * member) @ moments.T - np.outer(mean, mean)

    def surprise(natural: Dataset) -> float:
        return float(logsumexp(natural @ moments) - natural @ target)  # in nats, of the data; convex, with slope `gap`

    def solved(start: Dataset) -> Any:
        # As close as floats come: a generation's bell is fitted to the last one's, and must find it again.
        return root(gap, start, jac=covariance, options={"xtol": 1e-15})

    found = solved(_starting_point(*target))
    if np.abs(found.fun).max() > SOLVED:  # steps went astray, as where nearly all is on one token: go downhill first
        downhill = {"jac": gap, "hess": covariance, "method": "trust-exact", "options": {"gtol": 1e-13}}
        found = solved(minimize(surprise, _starting_point(*target), **downhill).x)
    return _normalised(found.x @ moments)


def _normalised(logs: Dataset) -> Dataset:
    # `scipy.special.softmax`, digit for digit: it is asked a dozen times a fit, and there what it asks of numpy takes
    # ten times as long as the numbers.
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


def _moments(size: int) -> Dataset:
    place = np.linspace(-1.0, 1.0, size)
    return np.stack([place, place**2])


def _starting_point(mean: float, square: float) -> Dataset:
    variance = max(square - mean**2, 1e-3)
    return np.array([mean, -0.5]) / variance
