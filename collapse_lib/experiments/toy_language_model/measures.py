"""What is noted of a language model that has learned the toy language: both surprises, words, sentences.

Perplexities are per word, the full stop included, and always at temperature 1.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ... import checks
from ...data.toy_language import LANGUAGE
from ...metrics import perplexity, survival
from ...recursion import Dataset, Generation

PROMPT = "in the fog"
ANYTHING, PROMPTED = "anything", f"“{PROMPT.capitalize()} …”"  # how a sentence to read begins
SHOWN = 6  # sentences to read, of each kind
EDGES = np.geomspace(1, 1_000, 37)  # of a sentence's perplexity; what lies beyond counts in the outer bins
SENTENCES = 4_000
# How often a word is expected in 4,000 real sentences: the first number of each group, and the group's name.
GROUPS = {0: "under 5", 5: "5 to 20", 20: "20 to 100", 100: "over 100"}


class SentenceMeasures:
    """A measure for `experiments.run`. It keeps generation 0 of each lineage, to score what later ones write."""

    def __init__(self, sentences: int, *, rng: np.random.Generator) -> None:
        """Have each generation read 2,000 real sentences and write `sentences` of its own, at least one."""
        sentences = checks.whole(sentences, "sentences", least=1)
        checks.generator(rng)
        self.real = LANGUAGE.sample(2_000, rng=rng)
        self.floor = np.log(perplexity_under_truth(self.real))
        self.sentences, self.rng = sentences, rng
        self.group = np.searchsorted(list(GROUPS), SENTENCES * LANGUAGE.words.expected[1:], side="right") - 1

    def __call__(self, generation: Generation) -> dict[str, Any]:
        """Return the numbers and the sentences of a generation.

        real: its perplexity on real sentences. kl: how much of that is its own fault, KL(language || model) in nats per
        word: how surprised the language itself is by the same sentences is known exactly. generated: generation 0's
        perplexity on those that it writes; sentence by sentence, median and histogram describe this, and tail_share is
        the share above 99% of generation 0's own. grammatical: the share that the language allows,
        perplexity_under_truth: the language's own perplexity on these, infinite if there are none. different: the share
        of different ones. types: how many words they hold, survival: the share of each band, words: whether a word is
        said. sentences: a few to read.
        """
        model, rng = generation.model, self.rng
        text = model.sample(self.sentences, rng=rng)
        allowed = grammatical(text)
        if generation.index == 0:
            self.first, self.tail = model, np.quantile(perplexity(model.row_cross_entropies(text)), 0.99)
        each = perplexity(self.first.row_cross_entropies(text))
        said = np.bincount(text.ravel(), minlength=len(LANGUAGE.vocabulary))[1:] > 0
        beginnings = np.tile(LANGUAGE.vocabulary.encode(PROMPT.split()), (SHOWN, 1))
        endings = model.continued(beginnings, rng=rng, tokens=LANGUAGE.length - beginnings.shape[1])
        cross_entropy = model.cross_entropy(self.real)
        return {
            "real": perplexity(cross_entropy),
            "kl": cross_entropy - self.floor,
            "generated": perplexity(self.first.cross_entropy(text)),
            "median": np.median(each),
            "tail_share": np.mean(each > self.tail),
            "grammatical": np.mean(allowed),
            "perplexity_under_truth": perplexity_under_truth(text[allowed]),
            "different": len(np.unique(text, axis=0)) / len(text),
            "types": said.sum(),
            "survival": {"band": GROUPS.values(), "alive": survival(said, self.group, len(GROUPS))},
            "histogram": {
                "bin": range(len(EDGES) - 1),
                "share": np.histogram(np.clip(each, 1, 999), EDGES)[0] / len(each),
            },
            "words": {"word": LANGUAGE.vocabulary.words[1:], "said": said.astype(int)},
            "sentences": _to_read({ANYTHING: text[:SHOWN], PROMPTED: np.hstack([beginnings, endings])}),
        }


def word_count(text: Dataset) -> int:
    """Return how many words rows of token ids, shape (M, T), hold, the full stops included.

    Raises ValueError for another shape and ids that are no words, TypeError for what are no token ids.
    """
    text = checks.token_ids(checks.dimensions(text, 2, name="text"), len(LANGUAGE.vocabulary))
    return int(((text != 0).sum(axis=1) + 1).sum())


def grammatical(text: Dataset) -> Dataset:
    """Return which rows of token ids, shape (M, T), are sentences of the language, shape (M,).

    Raises as `word_count` does.
    """
    return np.isfinite(LANGUAGE.log_probability(checks.dimensions(text, 2, name="text")))


def perplexity_under_truth(text: Dataset) -> float:
    """Return the perplexity per word of sentences, shape (M, T), under the language itself; infinite for none.

    Raises as `word_count` does.
    """
    words = word_count(text)
    return float(perplexity(-LANGUAGE.log_probability(text).sum() / words)) if words else np.inf


def _to_read(texts: dict[str, Dataset]) -> dict[str, Any]:
    """Return rows of token ids, shape (M, T), by how they begin, as sentences and whether the language has them."""
    rows = np.concatenate(list(texts.values()))
    return {
        "beginning": np.repeat(list(texts), list(map(len, texts.values()))),
        "place": np.concatenate([np.arange(len(text)) for text in texts.values()]),
        "sentence": [LANGUAGE.decode(row) for row in rows],
        "grammatical": grammatical(rows),
    }
