"""A vocabulary learned by counting. Copying it again and again is the Wright-Fisher model of genetic drift.

Once a token has count 0 it can never come back: the only states that last are those in which a single token is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import checks
from ..recursion import Dataset


@dataclass(frozen=True, eq=False)
class Categorical:
    """A distribution over token ids 0 .. V - 1 with probabilities `p`, shape (V,), a sequence of shares of 1.

    Raises ValueError if they are no shares of 1, TypeError if they are no numbers.
    """

    p: Any

    def __post_init__(self) -> None:
        object.__setattr__(self, "p", checks.probabilities(self.p))

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Categorical:
        """Return the distribution of the shares counted in `data`, shape (M,), token ids. `rng` is not needed.

        Raises ValueError if `data` is empty or holds ids outside the vocabulary, TypeError if they are no integers.
        """
        checks.generator(rng)
        data = checks.token_ids(checks.dimensions(data, 1), len(self.p))
        checks.some(len(data))
        return Categorical(np.bincount(data, minlength=len(self.p)) / len(data))

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` token ids, shape (size,). Raises ValueError for a negative size, TypeError for no whole one."""
        return checks.generator(rng).choice(len(self.p), checks.size(size), p=self.p)


def zipf(vocabulary: int, exponent: float = 1.0) -> Categorical:
    """Return Zipf's law: the token of rank r, r = 1 .. `vocabulary`, has a share proportional to r ** -exponent.

    `vocabulary` is whole and at least 1, `exponent` finite and at least 0: 0 makes all tokens alike. Raises ValueError
    outside this domain, TypeError for what is no number.

    >>> zipf(3).p.round(2)
    array([0.55, 0.27, 0.18])
    """
    vocabulary, exponent = (
        checks.whole(vocabulary, "vocabulary", least=1, most=checks.LARGEST),
        checks.within(exponent, "exponent", 0),
    )
    weights = np.arange(1, vocabulary + 1, dtype=float) ** -exponent
    return Categorical(weights / weights.sum())
