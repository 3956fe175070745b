"""What is noted of each generation: two surprises, the words that are left, and how varied its text is.

Perplexities are per token of the network's own tokeniser, in blocks of 64 without what stands before them. Compare them
with nothing outside one run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from ...metrics import perplexity, survival
from ...recursion import Dataset, Generation
from . import fixed_prompts
from .bands import GROUPS
from .material import Material
from .quiz import Quiz
from .variety import variety

EDGES = np.geomspace(1, 10_000, 41)  # of a block's perplexity; what lies beyond counts in the outer bins
QUANTILES = {"q05": 5, "q25": 25, "median": 50, "q75": 75, "q95": 95, "q99": 99}  # per cent
CONTINUATION = 48  # tokens
OFTEN_ENOUGH = 3  # times that a real word must stand in the real blocks for its fate to be noted by name


class TextMeasures:
    """A measure for one lineage. It keeps generation 0, which reads what the later ones write."""

    def __init__(
        self,
        material: Material,
        real: Dataset,
        *,
        seed: int,
        written: int,
        prompts: Sequence[str] = fixed_prompts.SPACED,
        quiz: Quiz | None = None,
        first: Any = None,
    ) -> None:
        """Take the lineage's `real` blocks, shape (M, 64), its seed, and generation 0 if that has been before."""
        self.material, self.seed, self.written, self.first = material, seed, written, first
        self.prompts, self.quiz = prompts, quiz
        self.tail = 0.0 if first is None else _tail(first, first.sample(written, rng=np.random.default_rng([seed, 0])))
        self.counts = Counter(material.words(real))
        self.group = np.searchsorted(list(GROUPS), list(self.counts.values()), side="right") - 1

    def __call__(self, generation: Generation) -> dict[str, Any]:
        """Return the numbers of a generation, and what it says after the prompts.

        real: its perplexity on real test text. generated: generation 0's perplexity on what it writes; block by block,
        q05 .. q99, the histogram and tail_share (the share above 99% of generation 0's own) describe this. own: its own
        perplexity on what it writes. survival: the share of the real words of each band that it still says; said: how
        often it says those that stand in the real blocks at least three times. Further columns: see `variety` and
        `Quiz`.
        """
        model, rng = generation.model, np.random.default_rng([self.seed, generation.index])
        text = model.sample(self.written, rng=rng)
        if self.first is None:
            self.first, self.tail = model, _tail(model, text)
        nats = self.first.row_cross_entropies(text)
        each = perplexity(nats)
        words = self.material.words(text)
        alive = np.isin(list(self.counts), words)
        histogram = np.histogram(np.clip(each, EDGES[0], EDGES[-1] * 0.999), EDGES)[0] / len(each)
        return {
            "real": perplexity(model.cross_entropy(self.material.test)),
            "generated": perplexity(nats.mean()),  # rows of blocks have no end before their last token
            "own": perplexity(model.cross_entropy(text)),
            **{name: np.percentile(each, q) for name, q in QUANTILES.items()},
            "tail_share": np.mean(each > self.tail),
            **variety(words, self.material.known),
            "survival": {"band": [*GROUPS.values()], "alive": survival(alive, self.group, len(GROUPS)).tolist()},
            "said": self._said(words),
            "histogram": {"bin": [*range(len(histogram))], "share": histogram.tolist()},
            "continuations": {"prompt": [*self.prompts], "text": self._continuations(model)},
            **({} if self.quiz is None else {"quiz": self.quiz(model)}),
        }

    def _said(self, words: Sequence[str]) -> dict[str, list[Any]]:
        """Return the real words that can be told by name, how often each stands in the real blocks and in the text."""
        said, named = Counter(words), {word: times for word, times in self.counts.items() if times >= OFTEN_ENOUGH}
        return {"word": [*named], "times": [*named.values()], "said": [said[word] for word in named]}

    def _continuations(self, model: Any) -> list[str]:
        """Return what follows each prompt, with the same dice in every generation; prompts of one length together."""
        rows = [self.material.pretrained.encode(prompt) for prompt in self.prompts]
        found = [""] * len(rows)
        for length in {len(row): None for row in rows}:
            places = [place for place, row in enumerate(rows) if len(row) == length]
            begun = np.array([rows[place] for place in places])
            said = model.continued(begun, rng=np.random.default_rng(self.seed), tokens=CONTINUATION)
            for place, text in zip(places, self.material.pretrained.decode(np.hstack([begun, said])), strict=True):
                found[place] = text
        return found


def _tail(first: Any, text: Dataset) -> float:
    """Return the perplexity below which lie 99% of the blocks that generation 0 writes."""
    return float(np.quantile(perplexity(first.row_cross_entropies(text)), 0.99))
