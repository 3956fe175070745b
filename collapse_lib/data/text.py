"""Text as data: words become token ids, and running text becomes blocks of equal length.

Corpora are in `wikitext` (real text) and `toy_language` (whose truth is known, for where there is no network).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .. import checks
from ..recursion import Dataset


@dataclass(frozen=True)
class Vocabulary:
    """Words and their token ids: the word at place i has id i.

    Raises TypeError for what are no words, ValueError for a word that stands there twice.
    """

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(_words(self.words)))
        if len(self._ids) < len(self.words):
            twice = next(word for word, times in Counter(self.words).items() if times > 1)
            raise ValueError(f"words of a vocabulary must differ, got {twice!r} twice")

    @classmethod
    def by_count(cls, words: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of a text: the most frequent word is 0, equally frequent words stand in order.

        Raises TypeError for what are no words.
        """
        counts = Counter(_words(words))
        return cls(tuple(sorted(counts, key=lambda word: (-counts[word], word))))

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {word: i for i, word in enumerate(self.words)}

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, word: object) -> bool:
        return word in self._ids

    def encode(self, words: Iterable[str]) -> Dataset:
        """Return the ids of `words`, shape (N,).

        Raises ValueError that names the first word it does not hold, TypeError for what are no words.
        """
        words = _words(words)
        unknown = next((word for word in words if word not in self._ids), None)
        if unknown is not None:
            raise ValueError(f"words must stand in the vocabulary of {len(self)}, got {unknown!r}")
        return np.array([self._ids[word] for word in words], dtype=np.int64)

    def decode(self, ids: Dataset) -> list[str]:
        """Return the words of `ids`, shape (N,). Raises ValueError or TypeError for ids that it does not hold."""
        return [self.words[i] for i in checks.token_ids(checks.dimensions(ids, 1, name="ids"), len(self))]


def blocks(ids: Dataset, length: int) -> Dataset:
    """Return running text as blocks, shape (M, length), in order; what does not fill the last block is dropped.

    Raises ValueError if `length` is below 1 or the text does not fill one block, TypeError if `length` is not whole.
    """
    ids, length = checks.dimensions(ids, 1, name="token ids"), checks.whole(length, "length", least=-checks.LARGEST)
    if length < 1 or len(ids) < length:
        raise ValueError(f"a block must hold at least 1 token and at most the text, got {length} of {len(ids)}")
    return ids[: len(ids) // length * length].reshape(-1, length)


def _words(words: Iterable[str]) -> list[str]:
    """Return `words` as a list if they are texts, for a text its characters; raise TypeError otherwise."""
    return checks.texts(list(words) if isinstance(words, str) else words, "words")
