"""Simulated lineages of Gaussians at one generation."""

from __future__ import annotations

from itertools import islice

import numpy as np

from collapse_lib import ensembles
from collapse_lib.recursion import Dataset, Policy


def simulated(
    policy: Policy, generation: int, rng: np.random.Generator, *, samples: int, lineages: int, **settings: object
) -> tuple[Dataset, Dataset]:
    """Return mean and standard deviation of every lineage in one generation."""
    run = ensembles.gaussian(policy, samples=samples, lineages=lineages, rng=rng, **settings)
    return next(islice(run, generation, None))
