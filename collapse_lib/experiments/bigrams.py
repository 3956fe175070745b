"""Which words of a real text are left when bigram models learn from one another, by how often a word occurs in it.

The real text is WikiText-2, validation and test split together, every tenth article held out. The vocabulary is that of
the rest. What the held-out articles have beyond it is left out of them, for no generation could ever say it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from .. import checks
from ..data.text import Vocabulary, blocks
from ..data.wikitext import HUB, Article, hold_out, load
from ..metrics import perplexity, survival
from ..models.ngram import ANY, PAIR, WORD, Bigram
from ..policies import standard_policies
from ..recursion import Dataset, Generation
from .replicates import Measure, Tables, compare, run, tidy

RECORDS = {"vocabulary": "record"}
COMPARED = standard_policies()
LENGTH, REPLICATES, SEED = 64, 5, 2024
# How often a word occurs in the real text: the first number of each group, and the name of the group.
GROUPS = {1: "1", 2: "2", 3: "3 to 5", 6: "6 to 10", 11: "11 to 100", 101: "over 100"}


@dataclass(frozen=True, eq=False)
class Corpus:
    """A real text and a held-out one as blocks of token ids, shape (M, 64) each, and the words of the real one.

    Raises ValueError for ids that are no words and blocks of another length, TypeError for other kinds of things.
    """

    vocabulary: Vocabulary
    real: Dataset
    held_out: Dataset

    def __post_init__(self) -> None:
        words = len(checks.instance(self.vocabulary, Vocabulary, "vocabulary"))
        for name in ("real", "held_out"):
            found = checks.dataset(checks.token_ids(checks.dimensions(getattr(self, name), 2, name=name), words), name)
            if found.shape[1] != LENGTH:
                raise ValueError(f"blocks must have {LENGTH} words, got {found.shape[1]}")
            object.__setattr__(self, name, found)

    @classmethod
    def of(cls, articles: Sequence[Article], *, every: int = 10) -> Corpus:
        """Return the corpus of `articles`, every `every`-th held out.

        Raises ValueError if there are too few of them, or of words for a block, TypeError for other things.
        """
        articles, every = checks.entries(articles, "articles"), checks.whole(every, "every", least=2)
        for article in articles:
            checks.instance(article, Article, "each of the articles")
        if len(articles) < every:
            raise ValueError(
                f"a corpus must hold at least {every} articles, of which one is held out, got {len(articles)}"
            )
        training, testing = hold_out(articles, every=every)
        words = [word for article in training for word in article.words]
        words = words[: len(words) // LENGTH * LENGTH]
        vocabulary = Vocabulary.by_count(words)
        known = [word for article in testing for word in article.words if word in vocabulary]
        return cls(vocabulary, blocks(vocabulary.encode(words), LENGTH), blocks(vocabulary.encode(known), LENGTH))

    @cached_property
    def counts(self) -> Dataset:
        """How often each word occurs in the real text, shape (V,)."""
        return np.bincount(self.real.ravel(), minlength=len(self.vocabulary))

    @cached_property
    def group(self) -> Dataset:
        """The number of each word's group, shape (V,)."""
        return np.searchsorted(list(GROUPS), self.counts, side="right") - 1

    @cached_property
    def digest(self) -> str:
        """A fingerprint (SHA-256) of the words, the real and the held-out text: equal for equal corpora only."""
        parts = (" ".join(self.vocabulary.words).encode(), self.real.tobytes(), self.held_out.tobytes())
        return hashlib.sha256(b"".join(parts)).hexdigest()


def measure(corpus: Corpus) -> Measure:
    """Return what is noted of each generation of a Bigram on `corpus`.

    `types` is how many words the generation has read and so can say, `newest` how many stand in the newest text, as
    long as the real one. They differ where old text is kept beside. How surprised the generation is by the held-out
    text: `cross_entropy` in nats per word, and `perplexity`. `survival`: for each group of words (`band`), how many
    these are, the share that the generation can say (`alive`), and the share in the newest text. Raises
    TypeError for no corpus.
    """
    checks.instance(corpus, Corpus, "corpus")
    members = np.bincount(corpus.group, minlength=len(GROUPS))

    def note(generation: Generation) -> dict[str, Any]:
        alive = generation.model.unigram > 0
        newest = np.bincount(generation.data[-len(corpus.real) :].ravel(), minlength=len(alive)) > 0
        cross_entropy = generation.model.cross_entropy(corpus.held_out)
        return {
            "cross_entropy": cross_entropy,
            "perplexity": float(perplexity(cross_entropy)),
            "types": int(alive.sum()),
            "newest": int(newest.sum()),
            "survival": {
                "band": list(GROUPS.values()),
                "words": members,
                "alive": survival(alive, corpus.group, len(GROUPS)),
                "newest": survival(newest, corpus.group, len(GROUPS)),
            },
        }

    return note


def survey(corpus: Corpus, *, last: int = 9, replicates: int = REPLICATES, seed: int = SEED) -> Tables:
    """Return what `measure` notes, by policy, replicate and generation 0 .. `last`: `measures` and `survival`.

    Raises as `run` does, ValueError for fewer than 6 blocks, of which a tenth is none, and TypeError for no corpus.
    """
    note, model = measure(corpus), Bigram(len(corpus.vocabulary))
    runs = {
        name: run(model, corpus.real, policy, note, last=last, replicates=replicates, seed=seed)
        for name, policy in COMPARED.items()
    }
    return tidy(compare(runs))


def record() -> tuple[Tables, dict[str, Any]]:
    """Return the survey that the course ships, and what it was made with. Raises FileNotFoundError without the text."""
    corpus = Corpus.of(load(edition="wikitext-2-v1"))
    return survey(corpus), {
        "data": "WikiText-2, splits valid and test, the edition with <unk>, which is left out",
        "source": "the folder in COLLAPSE_DATA" if "COLLAPSE_DATA" in os.environ else f"the Hub: {HUB}",
        "held out": "every tenth article; words of it that the others lack are left out",
        "digest": corpus.digest,
        "words": corpus.real.size,
        "held-out words": corpus.held_out.size,
        "types": len(corpus.vocabulary),
        "block length": LENGTH,
        "smoothing of the perplexity": f"{PAIR} pair + {WORD} word + {ANY} / types",
        "replicates": REPLICATES,
        "seed": SEED,
    }
