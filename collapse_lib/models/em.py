"""Expectation-maximisation for many mixtures at once: each lineage's own data, its own start, its own end.

It does what scikit-learn's `GaussianMixture` does to one data set, with full covariances, to R of them side by side. A
log density is linear in 1, x_i and x_i x_j, and so are the sums that the next parameters need: a round is two products
of matrices and one exponential a sample and component.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import logsumexp

from .. import checks
from ..recursion import Dataset
from .mixture import FLOOR, ROUNDS, TOLERANCE, Mixture, roots

LEAST = 1e-100  # the variance that is added where all samples are the same


@dataclass(frozen=True, eq=False)
class Mixtures:
    """R mixtures of K components: weights (R, K), means (R, K, d), covariances (R, K, d, d).

    `of` makes them of mixtures that are known to be such. Raises ValueError if the shapes do not agree.
    """

    weights: Dataset
    means: Dataset
    covariances: Dataset

    def __post_init__(self) -> None:
        shapes = [np.shape(part) for part in (self.weights, self.means, self.covariances)]
        rows, number, dimension = (*shapes[1], 0, 0, 0)[:3]
        if shapes != [(rows, number), (rows, number, dimension), (rows, number, dimension, dimension)]:
            wanted = "(R, K), (R, K, d), (R, K, d, d)"
            raise ValueError(f"weights, means, covariances must have shapes {wanted}, got {shapes}")

    @classmethod
    def of(cls, mixtures: list[Mixture]) -> Mixtures:
        """Return these mixtures side by side.

        Raises ValueError if there is none or they have different shapes, TypeError if they are no mixtures.
        """
        mixtures = checks.entries(mixtures, "mixtures")
        shapes = {checks.instance(mixture, Mixture, "each of mixtures").means.shape for mixture in mixtures}
        if len(shapes) != 1:
            raise ValueError(f"mixtures side by side must have one shape, got {sorted(shapes)}")
        return cls(*(np.stack([getattr(m, name) for m in mixtures]) for name in ("weights", "means", "covariances")))

    def __len__(self) -> int:
        return len(self.weights)

    def __getitem__(self, rows: Any) -> Mixtures:
        return Mixtures(self.weights[rows], self.means[rows], self.covariances[rows])

    def _put(self, rows: Dataset, other: Mixtures) -> None:
        """Write `other` in the place of these rows."""
        self.weights[rows], self.means[rows], self.covariances[rows] = other.weights, other.means, other.covariances

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` draws of each, shape (R, size, d). Raises as `Mixture.sample` does."""
        size, rng = checks.size(size), checks.generator(rng)
        edges = self.weights.cumsum(axis=1)
        below = rng.random((len(self), size))[..., None] * edges[:, -1:, None].swapaxes(1, 2)
        component = (below > edges[:, None, :-1]).sum(axis=-1)  # (R, size)
        row = np.arange(len(self))[:, None]
        noise = rng.standard_normal((len(self), size, self.means.shape[-1], 1))
        return self.means[row, component] + (roots(self.covariances)[row, component] @ noise)[..., 0]


def fitted(start: Mixtures, data: Dataset) -> Mixtures:
    """Return each mixture refitted to its `data`, shape (R, M, d), by a search that begins at `start`.

    A search ends, as scikit-learn's does, when the mean log likelihood moves by less than 1e-5, or after 2,000 rounds.
    Raises ValueError if `data` have another shape or are not finite, TypeError if they are no numbers.
    """
    checks.instance(start, Mixtures, "start")
    data = checks.reals(data, 3)
    if (len(data), data.shape[2]) != (len(start), start.means.shape[2]) or not data.shape[1]:
        wanted = f"({len(start)}, M, {start.means.shape[2]})"
        raise ValueError(f"data must hold each mixture's samples, shape {wanted}, got {data.shape}")
    centre = data.mean(axis=1, keepdims=True)
    terms = _terms(data - centre)
    floor = np.maximum(FLOOR * data.var(axis=1).mean(axis=-1), LEAST)
    now = Mixtures(start.weights.copy(), start.means - centre, start.covariances + _diagonal(floor, data.shape[-1]))
    left, before = np.arange(len(now)), np.full(len(now), -np.inf)
    for _ in range(ROUNDS):
        some = left if len(left) < len(now) else np.s_[:]
        likelihood, found = _round(now[some], terms[some], floor[some])
        now._put(left, found)
        moved = np.abs(likelihood - before[left])
        before[left] = likelihood
        left = left[~(moved < TOLERANCE)]
        if not len(left):
            break
    return Mixtures(now.weights, now.means + centre, now.covariances)


def densities(now: Mixtures, points: Dataset) -> Dataset:
    """Return the density of each mixture at `points`, shape (N, d): shape (R, N).

    Raises ValueError if they have another shape or are not finite and for a covariance that has no inverse, TypeError
    if they are no numbers.
    """
    checks.invertible(checks.instance(now, Mixtures, "now").covariances)
    points = checks.reals(points, 2, name="points")
    if points.shape[1] != now.means.shape[2]:
        raise ValueError(f"points must have {now.means.shape[2]} numbers each, got shape {points.shape}")
    return np.exp(_terms(points[None]) @ _linear(now)).sum(axis=-1)


def _round(now: Mixtures, terms: Dataset, floor: Dataset) -> tuple[Dataset, Mixtures]:
    """Return the mean log likelihood of the data under `now`, shape (R,), and the mixtures after one round."""
    logs = terms @ _linear(now)  # (R, M, K)
    total = logsumexp(logs, axis=-1, keepdims=True)
    shares = np.exp(logs - total)
    sums = shares.swapaxes(1, 2) @ terms  # (R, K, 1 + d + d^2)
    count = sums[..., 0] + 10 * np.finfo(float).eps
    dimension = now.means.shape[-1]
    means = sums[..., 1 : 1 + dimension] / count[..., None]
    squares = (sums[..., 1 + dimension :] / count[..., None]).reshape(now.covariances.shape)
    covariances = squares - means[..., :, None] * means[..., None, :] + _diagonal(floor, dimension)
    weights = count / count.sum(axis=1, keepdims=True)
    return total.mean(axis=(1, 2)), Mixtures(weights, means, covariances)


def _linear(now: Mixtures) -> Dataset:
    """Return the coefficients of each component's log density in `_terms`, shape (R, 1 + d + d^2, K)."""
    precisions = np.linalg.inv(now.covariances)
    slopes = (precisions @ now.means[..., None])[..., 0]
    with np.errstate(divide="ignore"):  # of a component that is gone
        weights = np.log(now.weights)
    constant = weights - np.linalg.slogdet(2 * np.pi * now.covariances)[1] / 2 - (slopes * now.means).sum(axis=-1) / 2
    squares = -precisions.reshape(*now.weights.shape, -1) / 2
    return np.concatenate([constant[..., None], slopes, squares], axis=-1).swapaxes(1, 2)


def _terms(data: Dataset) -> Dataset:
    """Return 1, x_i and x_i x_j of each sample, shape (R, M, 1 + d + d^2)."""
    products = (data[..., :, None] * data[..., None, :]).reshape(*data.shape[:2], -1)
    return np.concatenate([np.ones((*data.shape[:2], 1)), data, products], axis=-1)


def _diagonal(floor: Dataset, dimension: int) -> Dataset:
    return floor[:, None, None, None] * np.eye(dimension)
