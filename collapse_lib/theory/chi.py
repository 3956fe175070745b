"""Logarithms of a chi variable, by which sample variances follow, to full precision for however many samples.

The textbook differences of gamma functions lose all digits near a billion samples. There a series in 1 / nu serves.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import digamma, gammaln

from .. import checks

Numbers = Any  # a number or an array of numbers, broadcast as numpy does
_MANY = 100  # degrees of freedom from which the series are exact to the last digits


def log_mean(nu: Numbers) -> Numbers:
    """Return ln(E[chi] / sqrt(nu)) for nu = 1, 2, ... degrees of freedom; raise as all of `theory` does."""
    nu = checks.whole_numbers(nu, "nu", least=1)
    few = gammaln((nu + 1) / 2) - gammaln(nu / 2) - np.log(nu / 2) / 2
    many = (-1 / 4 + (1 / 24 - (1 / 20 - 17 / 112 / nu**2) / nu**2) / nu**2) / nu
    return np.where(nu < _MANY, few, many)[()]


def mean_log_square(nu: Numbers) -> Numbers:
    """Return E[ln(chi^2 / nu)] for nu = 1, 2, ... degrees of freedom; raise as all of `theory` does."""
    nu = checks.whole_numbers(nu, "nu", least=1)
    few = digamma(nu / 2) - np.log(nu / 2)
    many = (-1 - (1 / 3 - (2 / 15 - (16 / 63 - 16 / 15 / nu**2) / nu**2) / nu**2) / nu) / nu
    return np.where(nu < _MANY, few, many)[()]
