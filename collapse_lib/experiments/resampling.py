"""How far luck moves what is said of some runs: a percentile bootstrap (Efron & Tibshirani 1993) over the runs.

With three runs or so its intervals are too narrow, for what was never seen cannot be drawn.
"""

from __future__ import annotations

import numpy as np

from .. import checks
from ..recursion import Dataset

LEVEL, RESAMPLES = 0.95, 2_000


def resampled(runs: Dataset, *, rng: np.random.Generator) -> Dataset:
    """Return as many runs, drawn from these with replacement, 2,000 times: shape (2,000, *shape of `runs`).

    Raises ValueError if there are no runs, TypeError for what are no numbers.
    """
    runs, rng = checks.dataset(runs, "runs"), checks.generator(rng)
    return runs[rng.integers(len(runs), size=(RESAMPLES, len(runs)))]


def interval(found: Dataset) -> Dataset:
    """Return between which numbers 95% of what was found in resampled runs lie, shape (2, ...): axis 0 goes first.

    Raises ValueError if nothing was found, TypeError for what are no numbers.
    """
    tails = (1 - LEVEL) / 2
    return np.quantile(checks.finite(checks.dataset(found, "what was found"), name="found"), [tails, 1 - tails], axis=0)
