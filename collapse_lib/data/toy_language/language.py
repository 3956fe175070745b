"""A small language whose true distribution is known exactly.

A sentence comes about in three independent steps: a template (a sequence of lists and plain words), a domain, a word
from each list. Every word stands in one list, and every template names a list that each domain has of its own. So the
words tell template and domain: a sentence has one derivation, and its probability is one product.

Sentences are rows of token ids, shape (M, T), T the length of the longest one with its full stop. The full stop, id 0,
ends a sentence and fills its row. Being certain, the filling adds nothing to probability or entropy.
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
from .inventory import STOP, Lexicon, inventory, lexica, readable
from .tables import Arrays
from .templates import Grammar, Template, templates, well_formed

NOUNS = ("PERSON", "PLACE", "THING", "CREATURE")


@dataclass(frozen=True, eq=False)
class Language:
    """The truth as a `Sampler`: sentences drawn from `grammar` with the words of `domains` and `shared`.

    Raises ValueError if a sentence could have two derivations, a list is missing from a domain or a rule is not well
    formed; TypeError for what is no mapping, and for words that are no text.
    """

    grammar: Grammar
    domains: Mapping[str, Lexicon]
    shared: Lexicon

    def __post_init__(self) -> None:
        for name in ("grammar", "domains", "shared"):
            checks.mapping(getattr(self, name), name)
        lexica(self.domains, self.shared)
        well_formed(self.grammar)
        readable(self._templates, self.domains)

    @cached_property
    def _templates(self) -> dict[Template, float]:
        return templates(self.grammar)

    @cached_property
    def words(self) -> pd.DataFrame:
        """A row per token id: word, kind, domain, share of its list, expected number in a sentence."""
        return inventory(self._templates, self.domains, self.shared)

    @cached_property
    def _tables(self) -> Arrays:
        return Arrays(self._templates, self.words, list(self.domains))

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
        choices = sum(float((p * np.log(p)).sum()) for p in (self._tables.template_p, self._tables.domain_p))
        return -choices - float(self.words.expected @ self._tables.log_share)

    @property
    def entropy_per_word(self) -> float:
        """Nats per word of running text, full stops included: the entropy rate of one sentence after another."""
        return self.entropy / self.mean_length

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` sentences as token ids, shape (size, T)."""
        table, size = self._tables, checks.size(size)
        template = checks.generator(rng).choice(len(table.template_p), size, p=table.template_p)
        domain = rng.choice(len(table.domain_p), size, p=table.domain_p)
        lists = table.lists[table.kinds[template], domain[:, None]]  # (size, T)
        return table.by_list[np.searchsorted(table.cumulative, lists + rng.random(lists.shape), side="right")]

    def log_probability(self, ids: Dataset) -> Dataset:
        """Return the log-probability of each row of `ids`, shape (M, T), in nats; -inf where it is no sentence.

        Raises ValueError if `ids` has another shape or ids outside the vocabulary, TypeError if they are no integers.
        """
        table, ids = self._tables, self._rows(ids)
        domain = self.domain(ids)
        template = np.array([table.log_template.get(row.tobytes(), -np.inf) for row in table.kind_of[ids]])
        words = table.log_share[ids].sum(axis=1)
        return np.where(domain >= 0, template + np.log(table.domain_p)[domain] + words, -np.inf)

    def domain(self, ids: Dataset) -> Dataset:
        """Return the number of the domain that each row of `ids` speaks of, shape (M,); -1 for none or for several.

        Raises as `log_probability` does.
        """
        domains = self._tables.domain_of[self._rows(ids)]
        first = np.where(domains >= 0, domains, len(self.domains)).min(axis=1)
        return np.where(domains.max(axis=1) == first, first, -1)

    def _rows(self, ids: Dataset) -> Dataset:
        ids = checks.token_ids(checks.dimensions(ids, 2, name="token ids"), len(self.vocabulary))
        if ids.shape[1] != self.length:
            raise ValueError(f"a row must hold {self.length} token ids, got shape {ids.shape}")
        return ids

    def name(self, word: str) -> str:
        """Return how to speak of a word: "a bittern" or "an orrery" for what the domains hold, else the word itself.

        Raises ValueError if it is not in the vocabulary, TypeError if it is no text.
        """
        kind = self.words.kind[self.vocabulary.encode([checks.text(word, "word")])[0]]
        article = "an" if word[0] in "aeiou" else "a"
        return f"{article} {word}" if kind in NOUNS else word

    def encode(self, sentence: str) -> Dataset:
        """Return a sentence in words, such as "The keeper returns to the quay.", as one row of token ids, shape (T,).

        Raises ValueError if it is too long or a word is not in the vocabulary, TypeError if it is no text.
        """
        words = checks.text(sentence, "sentence").removesuffix(STOP).split()
        if len(words) >= self.length:
            raise ValueError(f"a sentence must have fewer than {self.length} words, got {len(words)}")
        words = [word if word in self.vocabulary else word.lower() for word in words]
        return self.vocabulary.encode([*words, *[STOP] * (self.length - len(words))])

    def decode(self, row: Dataset) -> str:
        """Return a row of token ids, of any length, as a sentence; without a full stop if it holds none."""
        sentence, stop, _ = " ".join(self.vocabulary.decode(checks.dimensions(row, 1, name="row"))).partition(STOP)
        return sentence[:1].upper() + sentence[1:].rstrip() + stop
