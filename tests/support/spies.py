"""A model and a policy that write down what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from collapse_lib.recursion import Dataset


@dataclass(frozen=True)
class Spy:
    """A model that writes down what is asked of it; its n-th refit writes the number 100 n and nothing else."""

    events: list[tuple[str, object]]
    fits: int = 0

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Spy:
        self.events.append(("fit", data.tolist()))
        return Spy(self.events, self.fits + 1)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        self.events.append(("sample", size))
        return np.full(size, 100 * self.fits)


@dataclass(frozen=True)
class SpyPolicy:
    events: list[tuple[str, object]]

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        self.events.append(("policy", (real.tolist(), corpus.tolist(), synthetic.tolist())))
        return corpus[:2] + synthetic[:2]
