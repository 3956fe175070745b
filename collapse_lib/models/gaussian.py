"""The normal distribution, refitted by sample mean and sample variance: the model of Theorem 3.1.

`ddof = 1` divides by M - 1 and is unbiased, as in the theorem. `ddof = 0` divides by M, as numpy does unless told
otherwise, and shrinks the variance in every generation, even on average.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import checks
from ..recursion import Dataset


@dataclass(frozen=True)
class Gaussian:
    """N(mean, std^2) in one dimension.

    >>> Gaussian().fit(np.array([1.0, 2.0, 3.0]), rng=np.random.default_rng(0))
    Gaussian(mean=2.0, std=1.0, ddof=1)
    """

    mean: float = 0.0
    std: float = 1.0
    ddof: int = 1

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Gaussian:
        """Return the Gaussian with the mean and variance of `data`, shape (M,). `rng` is not needed.

        Raises ValueError if `data` has another shape, is not finite, or holds no more than `ddof` samples.
        """
        data = checks.finite(checks.dimensions(data, 1))
        checks.more_samples_than_ddof(len(data), self.ddof)
        return Gaussian(float(data.mean()), float(data.std(ddof=self.ddof)), self.ddof)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` draws, shape (size,)."""
        return rng.normal(self.mean, self.std, checks.size(size))
