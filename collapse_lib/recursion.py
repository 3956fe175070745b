"""The recursion: train, generate, decide what the next model reads, train again. Start here.

Generation 0 is fitted to real data. Every later generation is fitted to a corpus that a policy makes of three things:
the real data, the corpus before, and what the last model wrote (Shumailov et al. 2024, "learning with generational
data"). A dataset is a numpy array with samples on axis 0. All randomness comes from the generator that is passed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from . import checks

Dataset = np.ndarray[Any, Any]


class Sampler(Protocol):
    """Anything that data can be drawn from: a model, or the truth itself."""

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` samples, on axis 0."""
        ...


class Model(Sampler, Protocol):
    """A sampler that can be fitted. Fitting returns a new model and leaves the old one as it was."""

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Model:
        """Return a new model, fitted to `data` (samples on axis 0)."""
        ...


class Policy(Protocol):
    """What the next generation trains on."""

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return the next corpus, made of real data, the corpus before and what the last model wrote."""
        ...


@dataclass(frozen=True)
class Generation:
    """One turn of the loop: its index (0 is fitted to real data), its fitted model and the data it was fitted to.

    `corpus` is what there was to read. `data` is that, or what the budget let the model read of it.
    """

    index: int
    model: Any
    data: Dataset
    corpus: Dataset


def generations(
    model: Model,
    real: Dataset,
    policy: Policy,
    *,
    rng: np.random.Generator,
    budget: int | None = None,
    after: Generation | None = None,
) -> Iterator[Generation]:
    """Yield generation 0, 1, 2, ... for as long as the caller asks.

    `real` has its samples on axis 0. Each model writes as many samples as there are real ones. `budget` caps how many
    samples of the corpus a generation can afford to train on; without it, it trains on all of them. With `after` the
    loop goes on where that generation left it: as if it had never stopped, if `rng` is as it was then.

    All is asked for at once, before the first generation: ValueError if there are no real samples or the budget is
    below 1, TypeError for what is no model, no data, no policy, no generator. Later on the same are raised for a policy
    or a model that hands back something else than samples of the shape of the real ones.

    >>> from collapse_lib.models.categorical import zipf
    >>> from collapse_lib.policies import replace
    >>> rng = np.random.default_rng(0)
    >>> run = generations(zipf(100), zipf(100).sample(100, rng=rng), replace(), rng=rng)
    >>> [next(run).index for _ in range(3)]
    [0, 1, 2]
    """
    checks.as_model(model)
    checks.as_policy(policy)
    checks.generator(rng)
    real = checks.dataset(real, "real data")
    budget = None if budget is None else checks.whole(budget, "budget", least=1)
    if not isinstance(after, Generation | None):
        raise TypeError(f"after must be a Generation, got {type(after).__name__}")
    return _turns(model, real, policy, rng, budget, after)


def _turns(
    model: Model, real: Dataset, policy: Policy, rng: np.random.Generator, budget: int | None, last: Generation | None
) -> Iterator[Generation]:
    while True:
        if last is None:
            index, corpus = 0, real
        else:
            index, model = last.index + 1, last.model
            synthetic = _written(model, real, rng)
            corpus = checks.like(policy(real, last.corpus, synthetic, rng=rng), real, "what the policy returns")
        data = corpus if budget is None else subset(corpus, min(budget, len(corpus)), rng=rng)
        last = Generation(index, _fitted(model, data, rng), data, corpus)
        yield last


def _written(model: Model, real: Dataset, rng: np.random.Generator) -> Dataset:
    found = checks.like(model.sample(len(real), rng=rng), real, "what the model writes")
    if len(found) != len(real):
        raise ValueError(f"a model must write as many samples as it is asked for, {len(real)}, got {len(found)}")
    return found


def _fitted(model: Model, data: Dataset, rng: np.random.Generator) -> Model:
    found = model.fit(data, rng=rng)
    return found if type(found) is type(model) else checks.as_model(found, "what fit returns")


def subset(data: Dataset, size: int, *, rng: np.random.Generator) -> Dataset:
    """Return `size` different samples of `data`, chosen at random; all of them, in order, if `size` says so.

    Raises ValueError if `size` is negative or more than there is, TypeError if it is not whole or `data` are none.
    """
    checks.generator(rng)
    data, size = checks.samples(data), checks.size(size)
    if not 0 <= size <= len(data):
        raise ValueError(f"a subset's size must lie between 0 and {len(data)}, got {size}")
    return data if size == len(data) else rng.choice(data, size, replace=False, shuffle=False)
