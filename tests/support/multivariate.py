"""The normal distribution in d dimensions: Theorem 3.1 as it is stated, and what one component of a mixture must be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from collapse_lib import checks
from collapse_lib.recursion import Dataset


@dataclass(frozen=True, eq=False)
class MultivariateGaussian:
    """N(mean, covariance) with `mean` of shape (d,) and `covariance` of shape (d, d)."""

    mean: Dataset
    covariance: Dataset
    ddof: int = 1

    @classmethod
    def standard(cls, dimension: int, *, ddof: int = 1) -> MultivariateGaussian:
        """Return the standard normal in `dimension` dimensions."""
        return cls(np.zeros(dimension), np.eye(dimension), ddof)

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> MultivariateGaussian:
        """Return the Gaussian with the mean and covariance of `data`, shape (M, d). `rng` is not needed.

        Raises ValueError if `data` has another shape, is not finite, or holds no more than `ddof` samples.
        """
        checks.finite(checks.dimensions(data, 2))
        checks.more_samples_than_ddof(len(data), self.ddof)
        covariance = np.atleast_2d(np.cov(data, rowvar=False, ddof=self.ddof))
        return MultivariateGaussian(data.mean(axis=0), covariance, self.ddof)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` draws, shape (size, d)."""
        # After many generations the covariance is singular to working precision; that is the subject, not an error.
        return rng.multivariate_normal(
            self.mean, self.covariance, checks.size(size), method="eigh", check_valid="ignore"
        )
