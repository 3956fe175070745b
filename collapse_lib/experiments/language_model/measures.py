"""What is noted of each generation: two surprises, the words that are left, and how varied its text is.

Perplexities are per token of the network's own tokeniser, in blocks of 64 without what stands before them. Compare them
with nothing outside one run.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from ...metrics import entropy, perplexity, survival
from ...recursion import Dataset, Generation
from .material import Material

EDGES = np.geomspace(1, 10_000, 41)  # of a block's perplexity; what lies beyond counts in the outer bins
QUANTILES = {"q05": 5, "q25": 25, "median": 50, "q75": 75, "q95": 95, "q99": 99}  # per cent
# How often a word stands in the real blocks of a lineage: the first number of each group, and the group's name.
GROUPS = {1: "1", 2: "2", 3: "3 to 5", 6: "6 to 20", 21: "over 20"}
PROMPTS = (
    "The old bridge across the river was built in",
    "In the winter of that year , the ship",
    "She began to write songs when she was",
)
CONTINUATION = 48  # tokens


class TextMeasures:
    """A measure for one lineage. It keeps generation 0, which reads what the later ones write."""

    def __init__(self, material: Material, real: Dataset, *, seed: int, written: int, first: Any = None) -> None:
        """Take the lineage's `real` blocks, shape (M, 64), its seed, and generation 0 if that has been before."""
        self.material, self.seed, self.written, self.first = material, seed, written, first
        self.tail = 0.0 if first is None else _tail(first, first.sample(written, rng=np.random.default_rng([seed, 0])))
        self.counts = Counter(material.words(real))
        self.group = np.searchsorted(list(GROUPS), list(self.counts.values()), side="right") - 1

    def __call__(self, generation: Generation) -> dict[str, Any]:
        """Return the numbers of a generation, and what it says after the prompts.

        real: its perplexity on real test text. generated: generation 0's perplexity on what it writes; block by block,
        q05 .. q99, the histogram and tail_share (the share above 99% of generation 0's own) describe this. survival:
        the share of the real words of each band that it still says. Further columns: see `variety`.
        """
        model, rng = generation.model, np.random.default_rng([self.seed, generation.index])
        text = model.sample(self.written, rng=rng)
        if self.first is None:
            self.first, self.tail = model, _tail(model, text)
        each = perplexity(self.first.row_cross_entropies(text))
        words = self.material.words(text)
        alive = np.isin(list(self.counts), words)
        histogram = np.histogram(np.clip(each, EDGES[0], EDGES[-1] * 0.999), EDGES)[0] / len(each)
        return {
            "real": perplexity(model.cross_entropy(self.material.test)),
            "generated": perplexity(self.first.cross_entropy(text)),
            **{name: np.percentile(each, q) for name, q in QUANTILES.items()},
            "tail_share": np.mean(each > self.tail),
            **variety(words, self.material.known),
            "survival": {"band": [*GROUPS.values()], "alive": survival(alive, self.group, len(GROUPS)).tolist()},
            "histogram": {"bin": [*range(len(histogram))], "share": histogram.tolist()},
            "continuations": {"prompt": [*PROMPTS], "text": self._continuations(model)},
        }

    def _continuations(self, model: Any) -> list[str]:
        """Return what follows each prompt, with the same dice in every generation."""
        found = []
        for prompt in PROMPTS:
            rows = self.material.pretrained.encode(prompt)[None]
            said = model.continued(rows, rng=np.random.default_rng(self.seed), tokens=CONTINUATION)
            found += self.material.pretrained.decode(np.hstack([rows, said]))
        return found


def _tail(first: Any, text: Dataset) -> float:
    """Return the perplexity below which lie 99% of the blocks that generation 0 writes."""
    return float(np.quantile(perplexity(first.row_cross_entropies(text)), 0.99))


def variety(words: Sequence[str], known: frozenset[str]) -> dict[str, float]:
    """Return how varied a text is, given as words in order, and how much of it is words that the real text lacks.

    types: how many different words. distinct-1, -2, -3: the share of different ones among all runs of 1, 2 and 3 words
    (Li et al. 2016). entropy: of the words, in nats. compressed: the size after zlib, of 1. unknown: the share of words
    that are not in `known`. All of them depend on the text's length: compare equal lengths. Of fewer than 3 words, as
    when a model says one letter for ever, all but types are NaN.
    """
    if len(words) < 3:
        names = ("distinct-1", "distinct-2", "distinct-3", "entropy", "compressed", "unknown")
        return {"types": len(set(words)), **dict.fromkeys(names, np.nan)}
    counts = np.array(list(Counter(words).values()))
    raw = " ".join(words).encode()
    return {
        "types": len(counts),
        **{f"distinct-{n}": distinct(words, n) for n in (1, 2, 3)},
        "entropy": float(entropy(counts / counts.sum())),
        "compressed": len(zlib.compress(raw, 9)) / len(raw),
        "unknown": float(np.mean([word not in known for word in words])),
    }


def distinct(words: Sequence[str], n: int) -> float:
    """Return the share of different runs among all runs of `n` words. Raises ValueError for a text without one."""
    runs = list(zip(*(words[start:] for start in range(n)), strict=False))
    if not runs:
        raise ValueError(f"a text must hold a run of {n} words, got {len(words)} words")
    return len(set(runs)) / len(runs)
