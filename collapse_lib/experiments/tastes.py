"""What a taste comes to in the words of the made-up language, by how much real text each generation reads.

Nothing is drawn: `theory.settled` says where the loop ends. Words are counted as perplexity counts: as many equally
frequent ones would be as varied. A word stands alone here, while a language model has its taste at each place anew.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from .. import checks, metrics, theory
from ..data.toy_language import LANGUAGE
from ..models.decoding import PLAIN, Decoding
from ..recursion import Dataset

TASTES = (Decoding(temperature=0.9), Decoding(top_p=0.95), Decoding(top_k=100), Decoding(temperature=1.1))
REAL_SHARES = np.linspace(0, 0.5, 11)  # of what a generation reads


def word_shares() -> Dataset:
    """Return how often each word of the language is said among all words, shape (662,), the full stop left out."""
    expected = LANGUAGE.words["expected"].to_numpy()[1:]
    return np.asarray(expected / expected.sum())


def words_written(taste: Decoding, kept: float) -> float:
    """Return how many words the writing of the loop's end is worth if the share `kept` of what is read is real.

    Raises ValueError unless `kept` is a share and for a taste that cannot be asked of single words, TypeError for what
    is no taste.

    >>> round(words_written(Decoding(temperature=0.9), 0.5))
    24
    """
    return _words_written(checks.instance(taste, Decoding, "a taste"), checks.single_share(kept, "kept"))


@cache
def _words_written(taste: Decoding, kept: float) -> float:
    written = taste(theory.settled(taste, word_shares(), kept))
    return float(metrics.perplexity(metrics.entropy(written)))


def survey() -> pd.DataFrame:
    """Return how many words each taste leaves: a row per decoding and kept (per cent of real text); column words.

    >>> survey().set_index(["decoding", "kept"]).loc[("top-p 0.95", 10), "words"].round().item()
    13.0
    """
    return pd.DataFrame(
        [
            {"decoding": str(taste), "kept": round(100 * kept), "words": words_written(taste, float(kept))}
            for taste in TASTES
            for kept in REAL_SHARES
        ]
    )


def real_words() -> float:
    """Return how many words the language itself is worth.

    >>> round(real_words())
    107
    """
    return words_written(PLAIN, 1.0)
