"""How far a generation has drifted: distances between Gaussians, and what is left of a vocabulary."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import entr

from .recursion import Dataset

Numbers = Any  # a number or an array of numbers, broadcast as numpy does


def squared_wasserstein(mean: Numbers, std: Numbers, *, true_mean: float = 0.0, true_std: float = 1.0) -> Numbers:
    """Return W2^2 between N(mean, std^2) and the truth in one dimension: (mean - mu)^2 + (std - sigma)^2.

    >>> print(squared_wasserstein(3.0, 2.0))
    10.0
    """
    return (np.asarray(mean) - true_mean) ** 2 + (np.asarray(std) - true_std) ** 2


def support(p: Dataset) -> Any:
    """Return how many tokens have a share above 0, over the last axis of `p`, shape (..., V).

    >>> print(support(np.array([0.5, 0.0, 0.5])))
    2
    """
    return np.count_nonzero(p, axis=-1)


def heterozygosity(p: Dataset) -> Any:
    """Return 1 - sum p^2, the chance that two draws differ, over the last axis of `p`, shape (..., V)."""
    return 1 - np.sum(np.square(p), axis=-1)


def entropy(p: Dataset) -> Any:
    """Return -sum p ln p in nats over the last axis of `p`, shape (..., V); an absent token adds 0."""
    return entr(p).sum(axis=-1)


def total_variation(p: Dataset, q: Dataset) -> Any:
    """Return half the sum of |p - q| over the last axis: the most by which the two differ on any event.

    >>> float(total_variation([0.5, 0.5], [0.25, 0.75]))
    0.25
    """
    return np.abs(np.asarray(p) - q).sum(axis=-1) / 2


def survival(alive: Dataset, group: Dataset, groups: int) -> Dataset:
    """Return the share of each group's tokens that are alive, shape (G,): nan for a group without tokens.

    `alive`: shape (V,), true where a token is left. `group`: shape (V,), group numbers 0 .. G - 1. `groups`: G.
    """
    left, members = np.bincount(group, weights=alive, minlength=groups), np.bincount(group, minlength=groups)
    return np.divide(left, members, out=np.full(groups, np.nan), where=members > 0)


def perplexity(cross_entropy: Numbers) -> Numbers:
    """Return exp of a cross-entropy in nats per token. Compare it only within one tokeniser and context length."""
    return np.exp(cross_entropy)
