"""A language model by counting: the next word is drawn as often as it followed the last one.

The first word of a block follows a mark that stands before every block. A word that was never followed by another, for
it only ever ended a block, goes on as a block begins. Sampling uses the counts as they are: what was not counted is
never said. Scoring real text needs more, since one unseen pair would cost infinitely much. So `cross_entropy`, and it
alone, adds three shares up: of the pair, of the word alone, and an equal one for every word (Jelinek & Mercer 1980).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .. import checks
from ..recursion import Dataset

# The weights of the three: round numbers close to the best for generation 0 on WikiText-2, the same ever after.
PAIR, WORD, ANY = 0.5, 0.4, 0.1


def _none() -> Dataset:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Bigram:
    """Counted pairs of token ids 0 .. V - 1 in blocks of `length`. Make one with `Bigram(V)` and fit it.

    `pairs`, shape (K,), holds before * V + after in ascending order, with before = V for the mark, and `counts` how
    often each was seen.

    Raises ValueError for a vocabulary below 1 and for counts that do not belong to pairs, TypeError for what is not
    whole.
    """

    vocabulary: int
    length: int = 0
    pairs: Dataset = field(default_factory=_none, repr=False)
    counts: Dataset = field(default_factory=_none, repr=False)

    def __post_init__(self) -> None:
        checks.whole(self.vocabulary, "vocabulary", least=1, most=2**31)
        checks.size(self.length, "length")
        for name, most in (("pairs", self.vocabulary * (self.vocabulary + 1)), ("counts", 2**62)):
            object.__setattr__(self, name, checks.token_ids(checks.dimensions(getattr(self, name), 1, name=name), most))
        if self.pairs.shape != self.counts.shape or (np.diff(self.pairs) <= 0).any() or (self.counts < 1).any():
            got = f"{len(self.pairs)} pairs and {len(self.counts)} counts"
            raise ValueError(f"pairs must ascend, each with its count of at least 1, got {got}")

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Bigram:
        """Return the model of the pairs in `data`, blocks of token ids, shape (M, T). `rng` is not needed.

        Raises ValueError if `data` has another shape, is empty or holds ids outside the vocabulary, TypeError if they
        are no integers.
        """
        checks.generator(rng)
        data = checks.dimensions(data, 2)
        pairs, counts = np.unique(self._keys(data), return_counts=True)
        return Bigram(self.vocabulary, data.shape[1], pairs, counts)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` blocks of token ids, shape (size, T).

        Raises RuntimeError if the model is not fitted, ValueError for a negative size, TypeError for no whole one.
        """
        self._fitted()
        checks.generator(rng)
        size = checks.size(size)
        blocks = np.empty((self.length, size), dtype=np.int64)  # words of one place side by side
        before = np.full(size, self.vocabulary)
        for place in blocks:
            place[:] = before = self._next(before, rng)
        return np.ascontiguousarray(blocks.T)

    def _next(self, before: Dataset, rng: np.random.Generator) -> Dataset:
        before = np.where(self._rows[before] < self._rows[before + 1], before, self.vocabulary)
        drawn = rng.integers(self._rows[before], self._rows[before + 1])
        return self.pairs[np.searchsorted(self._running, drawn, side="right")] % self.vocabulary

    def cross_entropy(self, data: Dataset) -> float:
        """Return the mean surprise at blocks of token ids, shape (M, T), in nats per token, smoothed as said above.

        After a word that was never followed by another, the word's own share stands in for the pair's.

        Raises RuntimeError if the model is not fitted, else as `fit` does.
        """
        self._fitted()
        keys = self._keys(data)
        before, after = np.divmod(keys, self.vocabulary)
        place = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        together = np.where(self.pairs[place] == keys, self.counts[place], 0)
        times = self._rows[before + 1] - self._rows[before]
        word = self.unigram[after]
        pair = np.where(times > 0, together / np.maximum(times, 1), word)
        return float(-np.log(PAIR * pair + WORD * word + ANY / self.vocabulary).mean())

    @cached_property
    def unigram(self) -> Dataset:
        """The share of each token in the text that the model was fitted to, shape (V,); raises as `sample` does."""
        self._fitted()
        counts = np.bincount(self.pairs % self.vocabulary, weights=self.counts, minlength=self.vocabulary)
        return counts / counts.sum()

    @cached_property
    def _running(self) -> Dataset:
        return np.cumsum(self.counts)

    @cached_property
    def _rows(self) -> Dataset:
        """Where in the running count the pairs of each word begin, shape (V + 2,)."""
        edges = np.searchsorted(self.pairs, np.arange(self.vocabulary + 2) * self.vocabulary)
        return np.append(0, self._running)[edges]

    def _keys(self, data: Dataset) -> Dataset:
        data = checks.token_ids(checks.dimensions(data, 2), self.vocabulary)
        if data.size == 0:
            raise ValueError(f"blocks must hold at least one token, got shape {data.shape}")
        data = data.astype(np.int64, copy=False)
        before = np.column_stack([np.full(len(data), self.vocabulary), data[:, :-1]])
        return np.ravel(before * self.vocabulary + data)

    def _fitted(self) -> None:
        if self.length == 0:
            raise RuntimeError("a bigram model must be fitted before it is used: call fit first")
