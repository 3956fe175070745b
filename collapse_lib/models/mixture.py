"""A mixture of K Gaussians, fitted by expectation-maximisation: scikit-learn's `GaussianMixture` under our contract.

A fit that goes wrong somewhere does not stop the lineage. It says what happened in `events`: a component that shrank to
a point, one that is left with less than a sample, a search that ended before it settled.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from .. import checks
from ..recursion import Dataset

# Added to every variance, as a share of the data's own. Without it a component on a single sample has no density.
FLOOR = 1e-9
POINT = 1e-200  # the variance below which samples are one point: what is left of it could not be divided by
TOLERANCE, ROUNDS = 1e-5, 2_000  # as in the released code of Shumailov et al. (2024)


@dataclass(frozen=True, eq=False)
class Mixture:
    """sum_k weights_k N(means_k, covariances_k); shapes (K,), (K, d), (K, d, d).

    A `warm` fit begins its search at the model's own parameters, the previous generation's; a cold one begins anew,
    with k-means. All is finite, covariances are symmetric without negative variances (0 will do), weights are shares of
    1. Raises ValueError outside this domain, and if the shapes do not agree, TypeError for what is no number.

    >>> Mixture(np.ones(1), np.zeros((1, 2)), np.eye(2)[None]).sample(5, rng=np.random.default_rng(0)).shape
    (5, 2)
    """

    weights: Dataset
    means: Dataset
    covariances: Dataset
    warm: bool = True
    events: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, axes in {"weights": 1, "means": 2, "covariances": 3}.items():
            object.__setattr__(self, name, checks.reals(getattr(self, name), axes, name=name))
        number, dimension = self.means.shape
        if self.weights.shape != (number,) or self.covariances.shape != (number, dimension, dimension):
            shapes = [part.shape for part in (self.weights, self.means, self.covariances)]
            raise ValueError(f"weights, means, covariances must have shapes (K,), (K, d), (K, d, d), got {shapes}")
        checks.probabilities(self.weights)
        checks.covariances(self.covariances)

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Mixture:
        """Return the mixture of as many components that makes `data`, shape (M, d), likeliest, near where it began.

        Raises ValueError if `data` has another shape, is not finite, or holds fewer samples than there are components,
        TypeError if it holds no numbers.
        """
        checks.generator(rng)
        data = checks.reals(data, 2)
        if data.shape[1] != self.means.shape[1]:
            raise ValueError(f"data must have {self.means.shape[1]} numbers a sample, got shape {data.shape}")
        if len(data) < len(self.weights):
            raise ValueError(f"there must be a sample for each of {len(self.weights)} components, got {len(data)}")
        if (spread := data.var(axis=0).mean()) < POINT:
            return self._on_one_point(data[0])
        found, settled = self._search(data, FLOOR * spread, int(rng.integers(2**32)))
        unsettled = () if settled else (f"the search ended after {ROUNDS} rounds, before it settled",)
        events = unsettled + _oddities(found.weights_ * len(data), found.covariances_, 4 * FLOOR * spread)
        return Mixture(found.weights_, found.means_, found.covariances_, self.warm, events)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` draws, shape (size, d). Raises ValueError for a negative size, TypeError for no whole one."""
        size = checks.size(size)
        component = checks.generator(rng).choice(len(self.weights), size, p=self.weights / self.weights.sum())
        noise = rng.standard_normal((size, self.means.shape[1], 1))
        return self.means[component] + (self._roots[component] @ noise)[..., 0]

    @cached_property
    def _roots(self) -> Dataset:
        return roots(self.covariances)

    def _search(self, data: Dataset, floor: float, seed: int) -> tuple[Any, bool]:
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.mixture import GaussianMixture

        begin = self._beginning(floor) if self.warm else {}
        search = GaussianMixture(
            len(self.weights), tol=TOLERANCE, max_iter=ROUNDS, reg_covar=floor, random_state=seed, **begin
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # it becomes an event
            try:
                search.fit(data)
            except ValueError as error:  # its matrices hold numbers too far apart
                raise ValueError(f"data must not be narrower by far than the model, got {data.std():g}") from error
        return search, bool(search.converged_)

    def _beginning(self, floor: float) -> dict[str, Dataset]:
        least = floor * np.eye(self.means.shape[1])
        precisions = np.linalg.inv(self.covariances + least)
        return {"weights_init": self.weights, "means_init": self.means, "precisions_init": precisions}

    def _on_one_point(self, point: Dataset) -> Mixture:
        means = np.repeat(point[None], len(self.weights), axis=0)
        events = ("all samples are the same: every component is that point",)
        return Mixture(self.weights, means, np.zeros_like(self.covariances), self.warm, events)


def roots(covariances: Dataset) -> Dataset:
    """Return a square root of each matrix, shape (..., d, d): R R^T is the covariance. Singular ones have one too.

    Of each its lower half is read, and a variance that rounding left below 0 is 0. Raises ValueError for other shapes
    and what is not finite, TypeError for what is no number.
    """
    covariances = checks.square(covariances, name="covariances")
    values, vectors = np.linalg.eigh(covariances)
    return vectors * np.sqrt(np.maximum(values, 0))[..., None, :]


def _oddities(counts: Dataset, covariances: Dataset, narrow: float) -> tuple[str, ...]:
    least = np.linalg.eigvalsh(covariances)[:, 0]
    told = [f"component {k} is left with less than a sample" for k in np.flatnonzero(counts < 1 - 1e-9)]
    told += [f"component {k} shrank to a point or a line" for k in np.flatnonzero(least < narrow)]
    return tuple(told)
