"""A causal language model, OPT (Zhang et al. 2022), small enough for a processor.

Each token of a row is drawn from p(token | those before it) with all logits divided by `temperature`: below 1, what is
likely becomes likelier. Fitting lowers the mean surprise, -ln p at temperature 1.

`stop` names a token that ends a sequence and then fills its row: what follows the first one is neither learned nor
counted. Without it every token counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from ... import checks
from ...recursion import Dataset
from . import network

ROWS = 512  # rows written side by side
POSITIVE = ("vocabulary", "length", "width", "layers", "heads", "epochs", "learning_rate", "batch", "temperature")


@dataclass(frozen=True, eq=False)
class LanguageModel:
    """An OPT over token ids 0 .. `vocabulary` - 1 in rows of `length` tokens.

    A fit goes on from the model's own `weights`, the previous generation's, unless there is a `base`: then it starts
    from that, in every generation. Both have shape (P,). Without either it starts from random weights.
    """

    vocabulary: int
    length: int
    stop: int | None = None
    width: int = 64
    layers: int = 1
    heads: int = 4
    epochs: int = 1
    learning_rate: float = 1e-2
    batch: int = 32
    temperature: float = 1.0
    base: Dataset | None = field(default=None, repr=False)
    weights: Dataset | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for name in POSITIVE:
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be positive, got {getattr(self, name)}")
        if self.width % self.heads:
            raise ValueError(f"width must be a multiple of heads, got {self.width} and {self.heads}")
        if self.stop is not None and not 0 <= self.stop < self.vocabulary:
            raise ValueError(f"stop must be a token id below {self.vocabulary} or None, got {self.stop}")

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> LanguageModel:
        """Return the model after `epochs` passes over `data`, rows of token ids, shape (M, T).

        Raises ValueError if `data` has another shape, is empty or holds ids outside the vocabulary, TypeError if they
        are no integers.
        """
        self._checked(data)
        with network.seeded(rng):
            learner = self._built(self.weights if self.base is None else self.base)
            network.train(learner, data, self.epochs, self.learning_rate, self.batch, rng)
        return replace(self, weights=network.weights(learner))

    def sample(self, size: int, *, rng: np.random.Generator, prompt: Sequence[int] = ()) -> Dataset:
        """Return `size` rows of token ids, shape (size, T), each of which begins with the token ids of `prompt`.

        Raises RuntimeError if the model is not fitted, ValueError if the prompt leaves nothing to write.
        """
        if len(prompt) >= self.length:
            raise ValueError(f"a prompt must have fewer than {self.length} tokens, got {len(prompt)}")
        rows = np.empty((checks.size(size), self.length), dtype=np.int64)
        for start in range(0, size, ROWS):
            part = rows[start : start + ROWS]
            part[:] = network.write(self._network, rng.random(part.shape), self.temperature, prompt)
        return rows

    def cross_entropy(self, data: Dataset) -> float:
        """Return the mean surprise at rows of token ids, shape (M, T), in nats per token.

        Raises RuntimeError if the model is not fitted, else as `fit` does.
        """
        nats, counted = network.surprise(self._network, self._checked(data))
        return float(nats.sum() / counted.sum())

    def row_cross_entropies(self, data: Dataset) -> Dataset:
        """Return the mean surprise at each row in nats per token, shape (M,). Raises as `cross_entropy` does."""
        nats, counted = network.surprise(self._network, self._checked(data))
        return nats.sum(axis=1) / counted.sum(axis=1)

    @cached_property
    def _network(self) -> Any:
        if self.weights is None:
            raise RuntimeError("a language model must be fitted before it is used: call fit first")
        return self._built(self.weights)

    def _built(self, weights: Dataset | None) -> Any:
        return network.build(self.vocabulary, self.length, self.stop, self.width, self.layers, self.heads, weights)

    def _checked(self, data: Dataset) -> Dataset:
        checks.token_ids(checks.dimensions(data, 2), self.vocabulary)
        if data.shape[1] != self.length:
            raise ValueError(f"a row must hold {self.length} token ids, got shape {data.shape}")
        checks.some(len(data))
        return data
