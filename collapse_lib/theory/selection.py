"""Copies that somebody checks, and copies that somebody adds to: what a verifier and an explorer make of shares.

This is selection and mutation, beside the drift of `categorical`. Here samples are without end, or words are few in a
large bag, so that both laws are exact in that limit.
"""

from __future__ import annotations

import numpy as np
from scipy.special import logsumexp

from .. import checks
from ..recursion import Dataset

_MOST_COPIES = 1_000_000


def filtered(
    p: Dataset, acceptance: Dataset, copies: int, *, explorer: Dataset | None = None, explored: float = 0.0
) -> Dataset:
    """Return the shares of V tokens, shape (V,), after a verifier has judged so many copies, with samples without end.

    Each copy offers a share `explored` from shares `explorer` and the rest from the copy before; a token is accepted
    with the probability `acceptance`. Without an explorer this is p a^n, scaled to 1. In the long run only those
    tokens of p are left that are accepted most often: a verifier's errors that fall on all alike cancel, its taste does
    not (Yi et al. 2026 prove the like of regression).

    `acceptance` are shares of shape (V,). Raises ValueError too where nothing that is offered is accepted.

    >>> filtered([0.5, 0.5], [1.0, 0.8], 10).round(2)
    array([0.9, 0.1])
    """
    now, judged = (
        checks.distribution(p),
        checks.share(checks.dimensions(acceptance, 1, name="acceptance"), "acceptance"),
    )
    copies = checks.whole(copies, "copies", most=_MOST_COPIES)
    explored = checks.single_share(explored, "explored")
    other = now if explorer is None else checks.distribution(explorer)
    if not len(now) == len(judged) == len(other):
        got = f"{len(now)}, {len(judged)} and {len(other)}"
        raise ValueError(f"p, acceptance and explorer must be as long as one another, got {got}")
    if not judged[((explored < 1) & (now > 0)) | ((explored > 0) & (other > 0))].any():
        raise ValueError("acceptance must be above 0 for something that is offered, got 0 for all of it")
    with np.errstate(divide="ignore"):
        log_p, log_a, log_q = np.log(now), np.log(judged), np.log(other) + np.log(explored)
        stays = np.log1p(-explored)
    for _ in range(copies):
        log_p = log_a + np.logaddexp(stays + log_p, log_q)
        log_p -= logsumexp(log_p)
    return np.exp(log_p)


def line_survival(newcomers: Dataset, offspring: Dataset) -> Dataset:
    """Return the probability that a word is in the last of many large bags.

    In the first bag it stands a Poisson number of times, with mean `newcomers[0]`. In bag k each of its occurrences in
    the bag before leaves a Poisson number, with mean `offspring[k - 1]`, and `newcomers[k]` are expected to join:
    a branching process with immigration. The mean is the number of words written over the size of the bag before,
    times the probability that the word is accepted: 1 where a bag is only copied.

    `newcomers`, shape (..., n + 1), of one word or many, and `offspring`, shape (n,), lie between 0 and 2^53.

    >>> round(float(line_survival([1.0, 0.0, 0.0], [1.0, 1.0])), 2)  # 1 - exp(-theory.copy_survival(2))
    0.37
    """
    joined = np.array(checks.finite_number(newcomers, "newcomers", least=0, most=checks.LARGEST))
    leaves = np.array(checks.finite_number(offspring, "offspring", least=0, most=checks.LARGEST))
    if leaves.ndim != 1 or joined.ndim == 0 or joined.shape[-1] != len(leaves) + 1:
        got = f"{joined.shape} and {leaves.shape}"
        raise ValueError(f"newcomers and offspring must have shapes (..., n + 1) and (n,), got {got}")
    line, expected = 1.0, joined[..., -1].copy()  # the chance that one occurrence has descendants in the last bag
    for bag in range(len(leaves) - 1, -1, -1):
        line = -np.expm1(-leaves[bag] * line)
        expected += joined[..., bag] * line
    return -np.expm1(-expected)
