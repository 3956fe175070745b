"""Many lineages at once, exactly, without ever drawing the samples.

A Gaussian refit needs only the mean and the sum of squares of its data. Of M Gaussian samples the first is normal, the
second a chi-square, and they are independent (Cochran). So a generation costs one normal and one chi-square per
lineage, whatever M. A vocabulary refit needs only counts: one multinomial draw over the tokens that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from . import checks
from .models.categorical import Categorical
from .models.gaussian import Gaussian
from .policies import Accumulate, Mix, Refresh
from .recursion import Dataset, Policy

Numbers = Any  # a number or an array of numbers, broadcast as numpy does


@dataclass(frozen=True, eq=False)
class _Moments:
    """What a Gaussian fit needs to know of `size` samples: mean and sum of squared deviations, shape (L,) each."""

    size: int
    mean: Dataset
    squares: Dataset

    @classmethod
    def drawn(cls, size: int, mean: Numbers, std: Numbers, *, lineages: int, rng: np.random.Generator) -> _Moments:
        """Draw the moments of `size` samples from N(mean, std^2), one set a lineage; numbers or arrays of shape (L,).

        Of no samples the mean is anything: `merge` gives it no weight.
        """
        means = rng.standard_normal(lineages)
        means *= std / np.sqrt(max(size, 1))
        means += mean
        squares = rng.chisquare(size - 1, lineages) if size > 1 else np.zeros(lineages)
        squares *= std * std
        return cls(size, means, squares)

    def merge(self, other: _Moments) -> _Moments:
        """Return the moments of both sets of samples together (Chan, Golub & LeVeque 1983)."""
        size = self.size + other.size
        gap = other.mean - self.mean
        squares = self.squares + other.squares + gap**2 * (self.size * other.size / size)
        return _Moments(size, self.mean + gap * (other.size / size), squares)


NextMoments = Callable[[_Moments, Dataset], _Moments]  # a generation's data and fitted std -> the next one's data
NextCounts = Callable[[Dataset, Dataset], tuple[Dataset, Dataset]]  # token ids that are left and counts -> the next


def gaussian(
    policy: Policy,
    *,
    samples: int,
    lineages: int,
    rng: np.random.Generator,
    ddof: int = 1,
    truth: Gaussian | None = None,
) -> Iterator[tuple[Dataset, Dataset]]:
    """Yield mean and standard deviation, shape (lineages,) each, of generation 0, 1, 2, ... of refitted Gaussians.

    `policy` is `replace()`, `Refresh` with a Gaussian truth, or `Accumulate()`: the three whose data a few numbers
    sum up. `truth` (default N(0, 1)) is what the real data come from. Every lineage has real data of its own.

    Raises at once: ValueError for M <= ddof or negative sizes, TypeError for another policy and other kinds of things.

    >>> [part.shape for part in next(gaussian(Mix(1.0), samples=100, lineages=4, rng=np.random.default_rng(0)))]
    [(4,), (4,)]
    """
    samples, ddof = checks.size(samples, "samples"), checks.whole(ddof, "ddof")
    checks.more_samples_than_ddof(samples, ddof)
    truth = checks.instance(Gaussian() if truth is None else truth, Gaussian, "truth")
    draw = partial(_Moments.drawn, lineages=checks.size(lineages, "lineages"), rng=checks.generator(rng))
    next_data = _gaussian_step(policy, samples, draw)
    return _gaussian_turns(draw(samples, truth.mean, truth.std), next_data, ddof)


def _gaussian_turns(data: _Moments, next_data: NextMoments, ddof: int) -> Iterator[tuple[Dataset, Dataset]]:
    while True:
        std = np.sqrt(data.squares / (data.size - ddof))
        yield data.mean, std
        data = next_data(data, std)


def _gaussian_step(policy: Policy, samples: int, draw: Callable[[int, Numbers, Numbers], _Moments]) -> NextMoments:
    match policy:
        case Mix(alpha=1.0):
            return lambda data, std: draw(samples, data.mean, std)
        case Accumulate():
            return lambda data, std: data.merge(draw(samples, data.mean, std))
        case Refresh(truth=Gaussian() as truth):
            fresh = policy.fresh(samples)
            return lambda data, std: draw(samples - fresh, data.mean, std).merge(draw(fresh, truth.mean, truth.std))
    raise TypeError(f"for moments a policy must be replace(), Refresh(Gaussian) or Accumulate(), got {policy}")


def categorical(
    truth: Categorical, policy: Policy, *, samples: int, rng: np.random.Generator
) -> Iterator[tuple[Dataset, Dataset]]:
    """Yield the token ids that are left and their counts, for generation 0, 1, 2, ... of one lineage.

    The counts are those of the data that the generation is fitted to. `policy` is `replace()`, `Refresh` with a
    Categorical truth, or `Accumulate()`. Only tokens that are left cost anything.

    Raises at once: ValueError without samples, TypeError for another policy and other kinds of things.
    """
    p, samples = checks.instance(truth, Categorical, "truth").p, checks.size(samples, "samples")
    checks.some(samples)
    next_counts = _categorical_step(policy, samples, checks.generator(rng))
    return _categorical_turns(rng.multinomial(samples, p), next_counts)


def _categorical_turns(counts: Dataset, next_counts: NextCounts) -> Iterator[tuple[Dataset, Dataset]]:
    ids = np.arange(len(counts))
    while True:
        alive = counts.nonzero()[0]
        ids, counts = ids[alive], counts[alive]
        yield ids, counts
        ids, counts = next_counts(ids, counts)


def _categorical_step(policy: Policy, samples: int, rng: np.random.Generator) -> NextCounts:
    match policy:
        case Mix(alpha=1.0):
            return lambda ids, counts: (ids, rng.multinomial(samples, counts / samples))
        case Accumulate():
            return lambda ids, counts: (ids, counts + rng.multinomial(samples, counts / counts.sum()))
        case Refresh(truth=Categorical() as truth):
            fresh, running = policy.fresh(samples), np.cumsum(truth.p)
            running /= running[-1]
            return lambda ids, counts: _joined(
                ids,
                rng.multinomial(samples - fresh, counts / samples),
                np.searchsorted(running, rng.random(fresh), side="right"),
            )
    raise TypeError(f"for counts a policy must be replace(), Refresh(Categorical) or Accumulate(), got {policy}")


def _joined(ids: Dataset, counts: Dataset, newcomers: Dataset) -> tuple[Dataset, Dataset]:
    every, place = np.unique(np.concatenate([ids, newcomers]), return_inverse=True)
    weights = np.concatenate([counts, np.ones_like(newcomers)])
    return every, np.bincount(place, weights=weights).astype(counts.dtype)
