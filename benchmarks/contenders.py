"""The library's ensembles, and what they are compared with: the code that one would write first.

Each function runs `refits` fits of replace and returns the last one's parameters.
"""

from __future__ import annotations

from itertools import islice

import numpy as np

from collapse_lib import ensembles
from collapse_lib.models.categorical import Categorical
from collapse_lib.policies import replace
from collapse_lib.recursion import Dataset


def gaussian(*, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> tuple[Dataset, Dataset]:
    """Return mean and standard deviation, shape (L,) each, by the library: from sufficient statistics."""
    run = ensembles.gaussian(replace(), samples=samples, lineages=lineages, rng=rng)
    return next(islice(run, refits - 1, None))


def gaussian_by_samples(
    *, samples: int, lineages: int, refits: int, rng: np.random.Generator
) -> tuple[Dataset, Dataset]:
    """Return the same from all samples of all lineages, drawn at once in an array of shape (L, M)."""
    mean, std = np.zeros(lineages), np.ones(lineages)
    for _ in range(refits):
        data = mean[:, None] + std[:, None] * rng.standard_normal((lineages, samples))
        mean, std = data.mean(axis=1), data.std(axis=1, ddof=1)
    return mean, std


def gaussian_numbers(*, samples: int, lineages: int, refits: int, rng: np.random.Generator) -> None:
    """Draw the random numbers that `gaussian` needs, and do nothing with them."""
    for _ in range(refits):
        rng.standard_normal(lineages)
        rng.chisquare(samples - 1, lineages)


def categorical(*, truth: Categorical, samples: int, refits: int, rng: np.random.Generator) -> Dataset:
    """Return the shares, shape (V,), by the library: from counts of the tokens that are left."""
    ids, counts = next(islice(ensembles.categorical(truth, replace(), samples=samples, rng=rng), refits - 1, None))
    return np.bincount(ids, weights=counts, minlength=len(truth.p)) / samples


def categorical_by_samples(*, truth: Categorical, samples: int, refits: int, rng: np.random.Generator) -> Dataset:
    """Return the same from all tokens, drawn from the whole vocabulary and counted."""
    p = truth.p
    for _ in range(refits):
        p = np.bincount(rng.choice(len(p), samples, p=p), minlength=len(p)) / samples
    return p
