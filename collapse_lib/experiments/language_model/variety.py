"""How varied a text is: counts of words, and of runs of them."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from ...metrics import entropy

PHRASE = 5  # words of a run that counts as repeated if it comes again


def variety(words: Sequence[str], known: frozenset[str]) -> dict[str, float]:
    """Return how varied a text is, given as words in order, and how much of it is words that the real text lacks.

    types: how many different words. distinct-1, -2, -3: the share of different ones among all runs of 1, 2 and 3 words
    (Li et al. 2016). repeated: the share of runs of 5 words that come more than once. entropy: of the words, in nats.
    compressed: the size after zlib, of 1. unknown: the share of words that are not in `known`. All of them depend on
    the text's length: compare equal lengths. Of fewer than 5 words, as when a model says one letter for ever, all but
    types are NaN.
    """
    if len(words) < PHRASE:
        names = ("distinct-1", "distinct-2", "distinct-3", "repeated", "entropy", "compressed", "unknown")
        return {"types": len(set(words)), **dict.fromkeys(names, np.nan)}
    counts = np.array(list(Counter(words).values()))
    raw = " ".join(words).encode()
    return {
        "types": len(counts),
        **{f"distinct-{n}": distinct(words, n) for n in (1, 2, 3)},
        "repeated": repeated(words, PHRASE),
        "entropy": float(entropy(counts / counts.sum())),
        "compressed": len(zlib.compress(raw, 9)) / len(raw),
        "unknown": float(np.mean([word not in known for word in words])),
    }


def distinct(words: Sequence[str], n: int) -> float:
    """Return the share of different runs among all runs of `n` words. Raises ValueError for a text without one."""
    runs = _runs(words, n)
    return len(set(runs)) / len(runs)


def repeated(words: Sequence[str], n: int) -> float:
    """Return the share of runs of `n` words that come more than once. Raises ValueError for a text without a run."""
    runs = Counter(_runs(words, n))
    return sum(times for times in runs.values() if times > 1) / runs.total()


def _runs(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    found = list(zip(*(words[start:] for start in range(n)), strict=False))
    if not found:
        raise ValueError(f"a text must hold a run of {n} words, got {len(words)} words")
    return found
