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
    """N(mean, std^2): `mean` is finite, `std` finite and at least 0, `ddof` whole and between 0 and 2^53 - 1.

    Raises ValueError outside this domain, TypeError for what is no number.

    >>> Gaussian().fit(np.array([1.0, 2.0, 3.0]), rng=np.random.default_rng(0))
    Gaussian(mean=2.0, std=1.0, ddof=1)
    """

    mean: float = 0.0
    std: float = 1.0
    ddof: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "mean", checks.within(self.mean, "mean"))
        object.__setattr__(self, "std", checks.within(self.std, "std", 0))
        object.__setattr__(self, "ddof", checks.whole(self.ddof, "ddof", most=checks.LARGEST))

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Gaussian:
        """Return the Gaussian with the mean and variance of `data`, shape (M,). `rng` is not needed.

        Raises ValueError if `data` has another shape, is not finite, or holds no more than `ddof` samples, TypeError
        if it holds no numbers.
        """
        checks.generator(rng)
        data = checks.reals(data, 1)
        checks.more_samples_than_ddof(len(data), self.ddof)
        return Gaussian(float(data.mean()), float(data.std(ddof=self.ddof)), self.ddof)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` draws, shape (size,). Raises ValueError for a negative size, TypeError for no whole one."""
        return checks.generator(rng).normal(self.mean, self.std, checks.size(size))
