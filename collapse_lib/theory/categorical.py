"""Laws of a vocabulary that is counted and drawn again: Wright-Fisher drift, and bags of words that are copied."""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = Any  # a number or an array of numbers, broadcast as numpy does


def missed(share: Numbers, samples: Numbers) -> Numbers:
    """Return the probability that one generation of M draws misses a token of share q: (1 - q)^M."""
    return (1 - np.asarray(share, dtype=float)) ** samples


def expected_support(p: Numbers, samples: int) -> float:
    """Return the expected number of tokens left after one resampling of `p`, shape (V,)."""
    return float(np.sum(1 - missed(p, samples)))


def expected_heterozygosity(refits: Numbers, samples: int, start: float) -> Numbers:
    """Return E[1 - sum p^2] after n resamplings: (1 - 1/M)^n times the start."""
    return (1 - 1 / samples) ** np.asarray(refits, dtype=float) * start


def mean_time_to_loss(share: Numbers, samples: int) -> Numbers:
    """Return the mean number of resamplings until a token of share q is lost, given that it is: -2 M q ln q / (1 - q).

    The diffusion approximation (Kimura & Ohta 1969). The exact chain loses the token a little sooner: by 0.6 of a
    generation if M q = 1, by 1.7 if M q = 20, nearly the same for every M.
    """
    q = np.asarray(share, dtype=float)
    return -2 * samples * q * np.log(q) / (1 - q)


def copy_survival(copies: int, *, count: int = 1, kept: float = 0.0) -> float:
    """Return the probability that a word is in a large bag after the bag was copied `copies` times.

    It stood in the original `count` times. A copy takes a share `kept` of the original, without repeats as `keep_real`
    does, and draws the rest from the copy before, with replacement. There every occurrence leaves a Poisson number: a
    branching process with immigration. With nothing kept and count 1 this is s' = 1 - exp(-s), s_0 = 1.

    >>> [round(copy_survival(copies), 2) for copies in (0, 1, 2, 10)]
    [1.0, 0.63, 0.47, 0.16]
    """
    lines = [1.0]  # the chance that one occurrence has descendants after 0, 1, 2, ... copies
    for _ in range(copies):
        lines.append(1 - np.exp(-(1 - kept) * lines[-1]))
    newcomers_gone = np.prod([1 - kept * line for line in lines[:copies]])
    return float(1 - ((1 - lines[copies]) * newcomers_gone) ** count)


def accumulate_copy_survival(copies: int, *, count: int = 1) -> float:
    """Return the probability that a word is in the newest of many large bags, each drawn from all the bags before.

    It stood in the first bag `count` times; nothing is thrown away. The k-th copy adds a Poisson number with mean C / k
    if C stand in the k bags before, so that E[z^C] is found from the last copy backwards.

    >>> [round(accumulate_copy_survival(copies), 2) for copies in (0, 1, 2, 10)]
    [1.0, 0.63, 0.59, 0.55]
    """
    if copies == 0:
        return 1.0
    absent = np.exp(-1 / copies)
    for bags in range(copies - 1, 0, -1):
        absent *= np.exp((absent - 1) / bags)
    return float(1 - absent**count)
