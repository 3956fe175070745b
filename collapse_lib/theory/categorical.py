"""Laws of a vocabulary that is counted and drawn again: Wright-Fisher drift, and bags of words that are copied."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import entr, xlog1py

from .. import checks

Numbers = Any  # a number or an array of numbers, broadcast as numpy does
_MOST_COPIES = 1_000_000  # a second or two: they are gone through one by one


def missed(share: Numbers, samples: Numbers) -> Numbers:
    """Return the probability that one generation of M draws misses a token of share q: (1 - q)^M, for M >= 0.

    Between whole numbers the law is read as it stands, so that one may ask for the M at which a goal is met.
    """
    share, samples = checks.share(share, "share"), checks.finite_number(samples, "samples", least=0)
    checks.broadcast(share=share, samples=samples)
    return np.exp(xlog1py(samples, -share))


def expected_support(p: Numbers, samples: int) -> float:
    """Return the expected number of tokens left after M = 0, 1, ... draws from the distribution `p`, shape (V,)."""
    p, samples = checks.probabilities(p), checks.whole(samples, "samples", most=checks.LARGEST)
    return float(np.sum(0.0 - np.expm1(xlog1py(samples, -p))))


def expected_heterozygosity(refits: Numbers, samples: int, start: Numbers) -> Numbers:
    """Return E[1 - sum p^2] after n = 0, 1, ... resamplings of M = 1, 2, ...: (1 - 1/M)^n times the start, a share."""
    samples = checks.whole(samples, "samples", least=1, most=checks.LARGEST)
    refits, start = checks.whole_numbers(refits, "refits"), checks.share(start, "start")
    checks.broadcast(refits=refits, start=start)
    return np.exp(xlog1py(refits, -1 / samples)) * start


def mean_time_to_loss(share: Numbers, samples: int) -> Numbers:
    """Return the mean number of resamplings until a token of share q is lost, given that it is: -2 M q ln q / (1 - q).

    The diffusion approximation (Kimura & Ohta 1969). The exact chain loses the token a little sooner: by 0.6 of a
    generation if M q = 1, by 1.7 if M q = 20, nearly the same for every M = 1, 2, ... At q = 0 the token is lost
    already: 0, which is the limit too. q = 1 is refused, for a token that is all there is is never lost.
    """
    q, samples = checks.share(share, "share"), checks.whole(samples, "samples", least=1, most=checks.LARGEST)
    if np.any(q == 1):
        raise ValueError("share must be below 1, for a token that is all there is is never lost, got 1")
    return 2 * samples * entr(q) / (1 - q)


def copy_survival(copies: int, *, count: int = 1, kept: float = 0.0, since: int = 0) -> float:
    """Return the probability that a word is in a large bag after the bag was copied `copies` times.

    It stood in the original `count` times. A copy takes a share `kept` of the original, without repeats as `keep_real`
    does, and draws the rest from the copy before, with replacement. There every occurrence leaves a Poisson number: a
    branching process with immigration. With nothing kept and count 1 this is s' = 1 - exp(-s), s_0 = 1. The first
    `since` copies keep nothing: the original is given back after them.

    There are 0 to 1,000,000 copies, `since` as well, and the count is at least 1.

    >>> [round(copy_survival(copies), 2) for copies in (0, 1, 2, 10)]
    [1.0, 0.63, 0.47, 0.16]
    """
    copies, count = _copies(copies, count)
    kept, since = checks.single_share(kept, "kept"), checks.whole(since, "since", most=_MOST_COPIES)
    given = max(copies - since, 0)  # copies that had the original
    if copies == 0 or (kept == 1 and given):
        return 1.0
    line, no_newcomer = 1.0, 0.0  # the chance that one occurrence has descendants, ln of that that none kept since has
    for back in range(copies):
        share = kept if back < given else 0.0
        no_newcomer += math.log1p(-share * line)
        line = -math.expm1(-(1 - share) * line)
    return -math.expm1(count * (no_newcomer + math.log1p(-line)))


def accumulate_copy_survival(copies: int, *, count: int = 1) -> float:
    """Return the probability that a word is in the newest of many large bags, each drawn from all the bags before.

    It stood in the first bag `count` times; nothing is thrown away. The k-th copy adds a Poisson number with mean C / k
    if C stand in the k bags before, so that E[z^C] is found from the last copy backwards.

    There are 0 to 1,000,000 copies, and the count is at least 1.

    >>> [round(accumulate_copy_survival(copies), 2) for copies in (0, 1, 2, 10)]
    [1.0, 0.63, 0.59, 0.55]
    """
    copies, count = _copies(copies, count)
    if copies == 0:
        return 1.0
    absent = math.exp(-1 / copies)
    for bags in range(copies - 1, 0, -1):
        absent *= math.exp((absent - 1) / bags)
    return 1 - absent**count


def _copies(copies: int, count: int) -> tuple[int, int]:
    copies = checks.whole(copies, "copies", most=_MOST_COPIES)
    return copies, checks.whole(count, "count", least=1, most=checks.LARGEST)
