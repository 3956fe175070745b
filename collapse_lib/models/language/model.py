"""A causal language model: any that transformers knows, fine-tuned on rows of token ids and asked to write more.

Each token of a row is drawn from p(token | those before it), as `decoding` changes it. Fitting lowers the mean
surprise, -ln p as the model believes it. The network's configuration says how a row begins and ends: `bos_token_id`
names a token BOS that stands before every row, `eos_token_id` a token EOS that ends it: what follows the first EOS is
neither learned nor counted. Without BOS a row goes on from a prompt, and its first token is read but not predicted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from ... import checks
from ...recursion import Dataset
from ..decoding import PLAIN, Decoding
from . import borders, network, packing, scoring, training, writing


@dataclass(frozen=True, eq=False)
class LanguageModel:
    """A language model over rows of `length` token ids, built from a transformers configuration.

    A fit goes on from the model's own `weights`, the previous generation's, unless there is a `base`: then it starts
    from that, in every generation. Both have shape (P,). Without either it starts from random weights.

    Without a BOS token the model writes after `prompts`, shape (N, Q): fixed real ones, or if there are none, the rows
    that it was last fitted to. `shift`: a row is learned at a random one of the places 0 .. shift, so that a network of
    our own also learns the places that it only reaches when it writes after a prompt. `validation`, shape (N, T): the
    best epoch on it is kept, not the last. `precision` is that of the matrix products: float32, bfloat16 or float16.

    `length`, `epochs` and `batch` are whole and at least 1, `shift` at least 0, `learning_rate` is positive. Raises
    ValueError outside this domain, for arrays of another shape and for ids outside the vocabulary; TypeError for what
    is of another kind.
    """

    config: Mapping[str, Any] = field(repr=False)
    length: int
    epochs: int = 1
    learning_rate: float = 1e-2
    batch: int = 32
    shift: int = 0
    precision: str = "float32"
    decoding: Decoding = PLAIN
    validation: Dataset | None = field(default=None, repr=False)
    prompts: Dataset | None = field(default=None, repr=False)
    base: Dataset | None = field(default=None, repr=False)
    weights: Dataset | None = field(default=None, repr=False)
    read: Dataset | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for read in (borders.settings, borders.material):
            for name, value in read(self).items():
                object.__setattr__(self, name, value)

    @property
    def vocabulary(self) -> int:
        """How many tokens it can say."""
        return int(self.config["vocab_size"]) - (self.config["bos_token_id"] is not None)

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> LanguageModel:
        """Return the model after `epochs` passes over `data`, rows of token ids, shape (M, T).

        Raises ValueError if `data` has another shape, is empty or holds ids outside the vocabulary, TypeError if they
        are no integers.
        """
        data = self._checked(data)
        self.__dict__.pop(
            "_networks", None
        )  # large ones are in the way of the learner; they are built again if need be
        with network.seeded(checks.generator(rng)):
            learner = network.build(self.config, self.weights if self.base is None else self.base)
            borders.places(self, network.max_positions(learner))
            training.train(
                learner, data, epochs=self.epochs, learning_rate=self.learning_rate, batch=self.batch,
                shift=self.shift, precision=self.precision, validation=self.validation, rng=rng,
            )  # fmt: skip
        return replace(self, weights=network.weights(learner), read=data.copy() if self._goes_on_from_reading else None)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` rows of token ids, shape (size, T): from the BOS token, or after that many prompts.

        As many rows as there are prompts take each of them in order; more rows take them at random.

        Raises RuntimeError if the model is not fitted.
        """
        return self.continued(self._beginnings(checks.size(size), checks.generator(rng)), rng=rng)

    def continued(self, prompts: Dataset, *, rng: np.random.Generator, tokens: int | None = None) -> Dataset:
        """Return what the model writes after each of `prompts`, shape (N, Q): token ids, shape (N, `tokens`).

        By default as many tokens as a row has. Raises RuntimeError if the model is not fitted, ValueError if prompt and
        text do not fit into what the network can see or the ids lie outside the vocabulary, TypeError for other things.
        """
        checks.generator(rng)
        prompts = borders.prompts(prompts, self)
        tokens = self.length if tokens is None else checks.whole(tokens, "tokens", least=0)
        positions = network.max_positions(self._networks.writer)
        if not 1 <= tokens <= positions - prompts.shape[1]:
            raise ValueError(
                f"a prompt and 1 token or more must fit into {positions}, got {prompts.shape[1]} and {tokens}"
            )
        return writing.write(self._networks.writer, prompts, tokens, self.decoding, self.precision, rng)

    def cross_entropy(self, data: Dataset) -> float:
        """Return the mean surprise at rows of token ids, shape (M, T), in nats per token that counts.

        Raises RuntimeError if the model is not fitted, else as `fit` does.
        """
        nats, counted = scoring.negative_log_likelihood(self._networks.reader, self._checked(data))
        return float(nats.sum() / counted.sum())

    def row_cross_entropies(self, data: Dataset) -> Dataset:
        """Return the mean surprise at each row in nats per token, shape (M,). Raises as `cross_entropy` does."""
        nats, counted = scoring.negative_log_likelihood(self._networks.reader, self._checked(data))
        return nats.sum(axis=1) / counted.sum(axis=1)

    def surprises(self, data: Dataset) -> Dataset:
        """Return the surprise at each token of rows of any length T that fits, shape (M, T), in nats; 0 if none counts.

        Raises RuntimeError if the model is not fitted, ValueError for rows that do not fit, else as `fit` does.
        """
        data = borders.rows_that_fit(data, self, network.max_positions(self._networks.reader))
        return scoring.negative_log_likelihood(self._networks.reader, data)[0]

    @cached_property
    def _networks(self) -> packing.Networks:
        if self.weights is None:
            raise RuntimeError("a language model must be fitted before it is used: call fit first")
        return packing.Networks(self.config, self.weights, self.precision)

    def _beginnings(self, size: int, rng: np.random.Generator) -> Dataset:
        if self.config["bos_token_id"] is not None:
            return np.empty((size, 0), dtype=np.int64)
        prompts = self.read if self.prompts is None else self.prompts
        if prompts is None:
            raise RuntimeError("a language model without a BOS token needs prompts: call fit first, or give it some")
        return prompts if size == len(prompts) else rng.choice(prompts, size, replace=size > len(prompts))

    @property
    def _goes_on_from_reading(self) -> bool:
        return self.prompts is None and self.config["bos_token_id"] is None

    def _checked(self, data: Dataset) -> Dataset:
        return borders.row_ids(data, self.vocabulary, self.length)
