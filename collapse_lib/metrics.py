"""How far a generation has drifted: distances between Gaussians, and what is left of a vocabulary.

Each takes numbers in arrays, lists, Series or tables and returns a number or an array. Raises TypeError for what does
not hold numbers and ValueError for numbers outside the domain: distributions have no negative share and sum to 1.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import entr

from . import checks
from .recursion import Dataset

Numbers = Any  # a number or an array of numbers, broadcast as numpy does
_FURTHEST = 1e150  # its square is a float
_ROUNDING = 1e-6  # of logarithms in single precision
_MOST_GROUPS = 1_000_000


def squared_wasserstein(mean: Numbers, std: Numbers, *, true_mean: Numbers = 0.0, true_std: Numbers = 1.0) -> Numbers:
    """Return W2^2 between N(mean, std^2) and the truth in one dimension: (mean - mu)^2 + (std - sigma)^2.

    No mean is further from 0 than 1e150, and a standard deviation lies between 0 and that.

    >>> print(squared_wasserstein(3.0, 2.0))
    10.0
    """
    given = {"mean": mean, "std": std, "true_mean": true_mean, "true_std": true_std}
    for name, value in given.items():
        least = 0.0 if name.endswith("std") else -_FURTHEST
        given[name] = checks.finite_number(value, name, least=least, most=_FURTHEST)
    checks.broadcast(**given)
    return (given["mean"] - given["true_mean"]) ** 2 + (given["std"] - given["true_std"]) ** 2


def support(p: Dataset) -> Any:
    """Return how many tokens have a share above 0, over the last axis of `p`, shape (..., V). Counts will do, too.

    >>> print(support(np.array([0.5, 0.0, 0.5])))
    2
    """
    found = np.asarray(checks.finite_number(p, "p", least=0))
    if found.ndim == 0:
        raise ValueError(f"p must hold a share for each token, got the single number {found:g}")
    return np.count_nonzero(found, axis=-1)


def heterozygosity(p: Dataset) -> Any:
    """Return 1 - sum p^2, the chance that two draws differ, over the last axis of distributions, shape (..., V)."""
    p = checks.distributions(p)
    return np.sum(p * (1 - p), axis=-1)


def entropy(p: Dataset) -> Any:
    """Return -sum p ln p in nats over the last axis of distributions, shape (..., V); an absent token adds 0."""
    return entr(checks.distributions(p)).sum(axis=-1)


def total_variation(p: Dataset, q: Dataset) -> Any:
    """Return half the sum of |p - q| over the last axis: the most by which the two differ on any event.

    Both are distributions, shape (..., V) with the same V.

    >>> float(total_variation([0.5, 0.5], [0.25, 0.75]))
    0.25
    """
    p, q = checks.distributions(p), checks.distributions(q, name="q")
    checks.broadcast(p=p, q=q)
    if p.shape[-1] != q.shape[-1]:
        raise ValueError(f"p and q must be shares of the same tokens, got {p.shape[-1]} and {q.shape[-1]}")
    return np.minimum(np.abs(p - q).sum(axis=-1) / 2, 1.0)


def survival(alive: Dataset, group: Dataset, groups: int) -> Dataset:
    """Return the share of each group's tokens that are alive, shape (G,): nan for a group without tokens.

    `alive`: shape (V,), true (or 1) where a token is left. `group`: shape (V,), group numbers 0 .. G - 1. `groups`: G,
    1 to 1,000,000.
    """
    groups = checks.whole(groups, "groups", least=1, most=_MOST_GROUPS)
    alive = checks.whole_numbers(checks.dimensions(alive, 1, name="alive") * 1, "alive", most=1)
    group = checks.whole_numbers(checks.dimensions(group, 1, name="group"), "group", most=groups - 1).astype(int)
    if alive.shape != group.shape:
        raise ValueError(f"alive and group must be of the same tokens, got {len(alive)} and {len(group)}")
    left, members = np.bincount(group, weights=alive, minlength=groups), np.bincount(group, minlength=groups)
    return np.divide(left, members, out=np.full(groups, np.nan), where=members > 0)


def perplexity(cross_entropy: Numbers) -> Numbers:
    """Return exp of a cross-entropy in nats per token. Compare it only within one tokeniser and context length.

    No cross-entropy is negative. Infinite where that is, and above 709 nats, where a float holds no more.
    """
    nats = checks.floats(cross_entropy, "cross_entropy")
    if not (nats >= -_ROUNDING).all():
        raise ValueError(f"cross_entropy must not be negative, got {nats[~(nats >= -_ROUNDING)].flat[0]:g}")
    with np.errstate(over="ignore"):
        return np.exp(np.maximum(nats, 0.0))
