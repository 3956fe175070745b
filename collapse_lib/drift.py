"""The fate of one token under counting, exactly: the Markov chain of its count.

In a generation of M draws the count of a token, or of a group of tokens, is binomial with the share that it had. Nobody
needs to know how the rest is made up. This is the haploid Wright-Fisher model with two kinds.
"""

from __future__ import annotations

import numpy as np
from scipy.special import gammaln, xlog1py, xlogy

from .recursion import Dataset


def chance_lost(share: float, samples: int, refits: int) -> Dataset:
    """Return the probability that a token of share q is gone after 1, 2, ... `refits` refits, shape (refits,).

    The first is (1 - q)^M. Memory grows with M^2. Raises ValueError unless the share lies between 0 and 1 and there is
    a sample.
    """
    if not 0 <= share <= 1 or samples < 1:
        raise ValueError(f"a share between 0 and 1 and at least 1 sample are needed, got {share} and {samples}")
    step = _binomial(samples, np.arange(samples + 1) / samples)  # row: count now, column: count next
    chances, lost = _binomial(samples, np.array([share]))[0], np.empty(refits)
    for refit in range(refits):
        lost[refit] = chances[0]
        chances = chances @ step
    return lost


def _binomial(samples: int, shares: Dataset) -> Dataset:
    count, share = np.arange(samples + 1), shares[:, None]
    ways = gammaln(samples + 1) - gammaln(count + 1) - gammaln(samples - count + 1)
    return np.exp(ways + xlogy(count, share) + xlog1py(samples - count, -share))
