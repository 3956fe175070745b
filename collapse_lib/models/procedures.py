"""What training makes of the best fit. An exact procedure leaves it alone; the others pull it their own way each time.

These are functional approximation errors (Shumailov et al. 2024): they remain with data without end and a model that
can take any shape. Each procedure turns the shares of V tokens, shape (V,), into shares. All raise ValueError for what
are no shares of 1, TypeError for what are no numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import checks
from ..recursion import Dataset


def exact(shares: Dataset) -> Dataset:
    """Return `shares` as they are: training that finds the best fit.

    >>> exact(np.array([0.3, 0.7]))
    array([0.3, 0.7])
    """
    return checks.distribution(shares)


@dataclass(frozen=True)
class Tempered:
    """A taste for the likely: shares proportional to p^(1/T), T below 1. Above 1 it is a taste for the unlikely.

    Two sources of it: writing at temperature T; or training for the wrong aim, for these shares are the q with the
    largest E_q[ln p] + T H(q), which rewards likely words, where maximum likelihood would have asked for p itself.
    After n generations it is `Tempered(T ** n)`. Raises ValueError unless the temperature is positive and
    finite, TypeError if it is no number.

    >>> Tempered(0.5)(np.array([0.2, 0.8])).round(2)
    array([0.06, 0.94])
    """

    temperature: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "temperature", checks.positive(self.temperature, "a temperature"))

    def __call__(self, shares: Dataset) -> Dataset:
        """Return `shares` to the power 1/T, normalised; what is absent stays absent."""
        shares = checks.distribution(shares)
        # Relative to the largest, so that no power underflows to a sum of 0.
        weights = (shares / shares.max()) ** (1 / self.temperature)
        return weights / weights.sum()


@dataclass(frozen=True)
class Blurred:
    """A want of sharpness: of each token's share, `moved` goes to its two neighbours, half to each.

    At either end of the row, what would fall off stays. Raises ValueError unless `moved` is a share, TypeError if it
    is no number.

    >>> Blurred(0.5)(np.array([0.0, 1.0, 0.0]))
    array([0.25, 0.5 , 0.25])
    """

    moved: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "moved", checks.single_share(self.moved, "moved"))

    def __call__(self, shares: Dataset) -> Dataset:
        """Return `shares` with each value averaged over its neighbourhood."""
        shares = checks.distribution(shares)
        before, after = np.r_[shares[:1], shares[:-1]], np.r_[shares[1:], shares[-1:]]
        return (1 - self.moved) * shares + self.moved / 2 * (before + after)
