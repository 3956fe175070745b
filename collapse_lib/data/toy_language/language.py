"""A small language whose true distribution is known exactly.

A sentence comes about in three independent steps: a shape (a sequence of lists and plain words), a world, and a word
from each list. Every word stands in one list, and every shape names a list that each world has of its own. So the words
tell the shape and the world: a sentence has one derivation, and its probability is one product.

Sentences are rows of token ids, shape (M, T), T the length of the longest sentence with its full stop. The full stop,
id 0, ends a sentence and fills its row. Being certain, the filling adds nothing to probability or entropy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ... import checks
from ...recursion import Dataset
from ..text import Vocabulary
from .inventory import STOP, Lexicon, inventory
from .shapes import Grammar, Shape, shapes
from .tables import Tables

NOUNS = ("PERSON", "PLACE", "THING", "CREATURE")


@dataclass(frozen=True, eq=False)
class Language:
    """The truth as a `Sampler`: sentences drawn from `grammar` with the words of `worlds` and `shared`.

    Raises ValueError if a sentence could have two derivations or a list is missing from a world.
    """

    grammar: Grammar
    worlds: Mapping[str, Lexicon]
    shared: Lexicon

    def __post_init__(self) -> None:
        if len({frozenset(lists) for lists in self.worlds.values()}) != 1:
            raise ValueError(f"all worlds must have the same lists, got {[sorted(w) for w in self.worlds.values()]}")
        own = set(next(iter(self.worlds.values())))
        for shape in self._shapes:
            if own.isdisjoint(shape):
                raise ValueError(f"every shape must name a list that worlds do not share, got {' '.join(shape)!r}")

    @cached_property
    def _shapes(self) -> dict[Shape, float]:
        return shapes(self.grammar)

    @cached_property
    def words(self) -> pd.DataFrame:
        """A row per token id: word, kind, world, share of its list, expected number in a sentence."""
        return inventory(self._shapes, self.worlds, self.shared)

    @cached_property
    def _tables(self) -> Tables:
        return Tables(self._shapes, self.words, list(self.worlds))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words by id: the full stop is 0, the others follow from frequent to rare."""
        return Vocabulary(tuple(self.words.word))

    @property
    def length(self) -> int:
        """T: the number of words of the longest sentence, its full stop included."""
        return self._tables.length

    @property
    def mean_length(self) -> float:
        """How many words a sentence has on average, its full stop included."""
        return float(self.words.expected.sum())

    @property
    def word_probabilities(self) -> Dataset:
        """The exact share of each word in running text, shape (V,)."""
        return self.words.expected.to_numpy() / self.mean_length

    @cached_property
    def entropy(self) -> float:
        """Nats per sentence."""
        choices = sum(float((p * np.log(p)).sum()) for p in (self._tables.shape_p, self._tables.world_p))
        return -choices - float(self.words.expected @ self._tables.log_share)

    @property
    def entropy_per_word(self) -> float:
        """Nats per word of running text, full stops included: the entropy rate of one sentence after another."""
        return self.entropy / self.mean_length

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` sentences as token ids, shape (size, T)."""
        table = self._tables
        shape = rng.choice(len(table.shape_p), checks.size(size), p=table.shape_p)
        world = rng.choice(len(table.world_p), size, p=table.world_p)
        lists = table.lists[table.kinds[shape], world[:, None]]  # (size, T)
        return table.by_list[np.searchsorted(table.cumulative, lists + rng.random(lists.shape), side="right")]

    def log_probability(self, ids: Dataset) -> Dataset:
        """Return the log-probability of each row of `ids`, shape (M, T), in nats; -inf where it is no sentence.

        Raises ValueError if `ids` has another shape or ids outside the vocabulary, TypeError if they are no integers.
        """
        table, world = self._tables, self.world(ids)
        shape = np.array([table.log_shape.get(row.tobytes(), -np.inf) for row in table.kind_of[ids]])
        words = table.log_share[ids].sum(axis=1)
        return np.where(world >= 0, shape + np.log(table.world_p)[world] + words, -np.inf)

    def world(self, ids: Dataset) -> Dataset:
        """Return the number of the world that each row of `ids` speaks of, shape (M,); -1 for none or for several.

        Raises as `log_probability` does.
        """
        worlds = self._tables.world_of[self._rows(ids)]
        first = np.where(worlds >= 0, worlds, len(self.worlds)).min(axis=1)
        return np.where(worlds.max(axis=1) == first, first, -1)

    def _rows(self, ids: Dataset) -> Dataset:
        checks.token_ids(checks.dimensions(ids, 2), len(self.vocabulary))
        if ids.shape[1] != self.length:
            raise ValueError(f"a row must hold {self.length} token ids, got shape {ids.shape}")
        return ids

    def name(self, word: str) -> str:
        """Return how to speak of a word: "a bittern" or "an orrery" for what the worlds hold, else the word itself.

        Raises ValueError if it is not in the vocabulary.
        """
        kind = self.words.kind[self.vocabulary.encode([word])[0]]
        article = "an" if word[0] in "aeiou" else "a"
        return f"{article} {word}" if kind in NOUNS else word

    def encode(self, sentence: str) -> Dataset:
        """Return a sentence in words, such as "The keeper returns to the quay.", as one row of token ids, shape (T,).

        Raises ValueError if it is too long or a word is not in the vocabulary.
        """
        words = sentence.removesuffix(STOP).split()
        if len(words) >= self.length:
            raise ValueError(f"a sentence must have fewer than {self.length} words, got {len(words)}")
        words = [word if word in self.vocabulary else word.lower() for word in words]
        return self.vocabulary.encode([*words, *[STOP] * (self.length - len(words))])

    def decode(self, row: Dataset) -> str:
        """Return one row of token ids, shape (T,), as a sentence; without a full stop if the row holds none."""
        sentence, stop, _ = " ".join(self.vocabulary.decode(row)).partition(STOP)
        return sentence[:1].upper() + sentence[1:].rstrip() + stop
