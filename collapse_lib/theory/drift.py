"""The fate of one token under counting, exactly: the Markov chain of its count.

In a generation of M draws the count of a token, or of a group of tokens, is binomial with the share that it had. Nobody
needs to know how the rest is made up. This is the haploid Wright-Fisher model with two kinds.
"""

from __future__ import annotations

import numpy as np
from scipy.stats import binom, hypergeom

from .. import checks
from ..policies import keep_real
from ..recursion import Dataset

_NONE = 1e-300  # a share below it is none: scipy's binomial overflows there
_MOST_SAMPLES = 5_000  # a matrix of 200 MB
_MOST_REFITS = 1_000_000


def chance_lost(share: float, samples: int, refits: int) -> Dataset:
    """Return the probability that a token of share q is gone after 1, 2, ... `refits` refits, shape (refits,).

    The first is (1 - q)^M. Memory grows with M^2, and M goes from 1 to 5,000; there are 0 to 1,000,000 refits.

    >>> chance_lost(0.5, 2, 3)
    array([0.25  , 0.375 , 0.4375])
    """
    share, samples, refits = _sizes(share, samples, refits)
    step = _binomial(samples, np.arange(samples + 1) / samples)  # row: count now, column: count next
    chances, lost = _binomial(samples, np.array([share]))[0], np.empty(refits)
    for refit in range(refits):
        lost[refit] = chances[0]
        chances = chances @ step
    return np.minimum(lost, 1.0)


def chance_missing(share: float, samples: int, refits: int, *, kept: float) -> Dataset:
    """Return the probability that no sample is of a token of share q in 1, 2, ... `refits` refits, shape (refits,).

    As `policies.keep_real(kept)`: the first M samples are real, and later generations read a share `kept` of these,
    drawn anew, beside what was written. So the token may be missing and come back, unless it was not among the real
    ones. With nothing kept this is `chance_lost`, whose domain it has; `kept` is a share, refused as the policy does
    where it is less than a sample. Time grows with M^3.

    >>> chance_missing(0.5, 2, 3, kept=0.5)
    array([0.25 , 0.375, 0.375])
    """
    share, samples, refits = _sizes(share, samples, refits)
    kept = checks.single_share(kept, "kept")
    (*_, old), count = keep_real(kept).parts(samples), np.arange(samples + 1)
    write = _binomial(samples - old, count / samples)
    pools, real = hypergeom.pmf(np.arange(old + 1), samples, count[:, None], old), np.eye(samples + 1)
    weight, missing = _binomial(samples, np.array([share]))[0], np.empty(refits)
    for refit in range(refits):  # real: a row for each number among the real samples, over the number that is read
        missing[refit] = weight @ real[:, 0]
        real = np.stack([np.convolve(*both) for both in zip(real @ write, pools, strict=True)])
    return np.minimum(missing, 1.0)


def _sizes(share: float, samples: int, refits: int) -> tuple[float, int, int]:
    samples = checks.whole(samples, "samples", least=1, most=_MOST_SAMPLES)
    refits = checks.whole(refits, "refits", most=_MOST_REFITS)
    return checks.single_share(share, "share"), samples, refits


def _binomial(samples: int, shares: Dataset) -> Dataset:
    shares = np.where(shares < _NONE, 0, shares)
    return binom.pmf(np.arange(samples + 1), samples, shares[:, None])
