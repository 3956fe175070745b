"""A model that can err in three ways, each of which can be switched off.

It learns shares from data in three steps: count the data (statistical error, unless there is no end of them), take the
closest shape that it has (`families`: expressivity error, unless it has any shape), and train for it (`procedures`:
approximation error, unless training is exact). Source: Shumailov et al. 2024, three sources of error.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

import numpy as np

from .. import checks
from ..recursion import Dataset
from .categorical import Categorical
from .families import any_shape
from .procedures import exact

Step = Callable[[Dataset], Dataset]  # shares of V tokens, shape (V,), to shares


@dataclass(frozen=True)
class Learner:
    """A vocabulary learned from token ids, shape (M,), in a `family` of shapes by a `procedure`.

    Raises TypeError unless the belief is a Categorical and both others can be called.

    >>> learner = Learner(Categorical([0.5, 0.5]))
    >>> learner.fit(np.array([0, 0, 0, 1]), rng=np.random.default_rng(0)).p.tolist()
    [0.75, 0.25]
    """

    belief: Categorical
    family: Step = any_shape
    procedure: Step = exact

    def __post_init__(self) -> None:
        checks.instance(self.belief, Categorical, "belief")
        for name in ("family", "procedure"):
            checks.as_step(getattr(self, name), name)

    @property
    def p(self) -> Dataset:
        """The shares that the model writes with, shape (V,)."""
        return self.belief.p

    def learned(self, shares: Dataset) -> Learner:
        """Return the model that data with these `shares`, shape (V,), lead to; raises as the steps do."""
        found = copy(self)  # and not `replace`: the steps were asked when they came, which takes as long as to learn
        object.__setattr__(found, "belief", Categorical(self.procedure(self.family(shares))))
        return found

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Learner:
        """Return the model learned from `data`, shape (M,), token ids; raises as `Categorical.fit` does."""
        return self.learned(self.belief.fit(data, rng=rng).p)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` token ids, shape (size,); raises as `Categorical.sample` does."""
        return self.belief.sample(size, rng=rng)


@dataclass(frozen=True)
class InfiniteData:
    """A learner whose data never run out: a dataset is the distribution itself, the shares of all V tokens in order.

    Nothing is drawn, so nothing is random. Of the policies only `replace()` leaves such a dataset whole.
    Raises TypeError without a `Learner`.
    """

    learner: Learner

    def __post_init__(self) -> None:
        checks.instance(self.learner, Learner, "learner")

    @property
    def p(self) -> Dataset:
        """The shares that the model writes with, shape (V,)."""
        return self.learner.p

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> InfiniteData:
        """Return the model learned from `data`, shape (V,); raises ValueError if they are no shares of 1."""
        checks.generator(rng)
        return InfiniteData(self.learner.learned(checks.probabilities(self._of_all(data))))

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return the shares of all tokens, shape (V,); raises ValueError if `size` is not V."""
        checks.generator(rng)
        if checks.size(size) != len(self.p):
            raise ValueError(f"endless data must be the shares of all {len(self.p)} tokens, got a size of {size}")
        return self.p

    def _of_all(self, data: Dataset) -> Dataset:
        found = checks.dimensions(data, 1)
        if len(found) != len(self.p):
            raise ValueError(f"endless data must be the shares of all {len(self.p)} tokens, got {len(found)} shares")
        return found
