"""The telephone game on a bag of words: draw as many words as there are, with replacement, and copy the copy.

The bag holds words of the toy language. Its copies are the generic recursion with a vocabulary for a model, so
what is seen here is what `theory.copy_survival` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice

import numpy as np
import pandas as pd

from ..data.toy_language import LANGUAGE
from ..models.categorical import Categorical
from ..recursion import Dataset, Policy, generations

BANDS = {  # how often a word stood in the original: from, to
    "stood once": (1, 1),
    "stood twice": (2, 2),
    "stood three to five times": (3, 5),
    "stood more often": (6, None),
}


def bag(size: int, *, rng: np.random.Generator) -> Dataset:
    """Return `size` words of the toy language as token ids, shape (size,), full stops left out."""
    shares = LANGUAGE.word_probabilities.copy()
    shares[0] = 0.0
    return Categorical(shares / shares.sum()).sample(size, rng=rng)


def counted(bag: Dataset) -> Counter[str]:
    """Return how often each word stands in a bag."""
    return Counter(LANGUAGE.vocabulary.decode(bag))


def copies(original: Dataset, policy: Policy, count: int, *, rng: np.random.Generator) -> Dataset:
    """Return the newest words of the original and of `count` copies, shape (count + 1, len(original)).

    Where nothing is thrown away, the newest are those that the last copy added to the pile.
    """
    blank = Categorical(np.full(len(LANGUAGE.vocabulary), 1 / len(LANGUAGE.vocabulary)))
    chain = generations(blank, original, policy, rng=rng)
    return np.stack([generation.data[-len(original) :] for generation in islice(chain, count + 1)])


def alive(original: Dataset, newest: Dataset) -> pd.DataFrame:
    """Return a row per different word of the original, most frequent first, with what became of it.

    Columns: token, word, count (in the original), band (how often it stood there, of `BANDS`), alive (a string with 1
    or 0 for the original and each copy). `newest` is what `copies` returns.
    """
    token, count = np.unique(original, return_counts=True)
    here = np.stack([np.isin(token, copy) for copy in newest], axis=1)  # (words, copies + 1)
    table = pd.DataFrame(
        {
            "token": token,
            "word": LANGUAGE.vocabulary.decode(token),
            "count": count,
            "band": [_band(n) for n in count],
            "alive": ["".join("1" if bit else "0" for bit in row) for row in here],
        }
    )
    return table.sort_values(["count", "token"], ascending=[False, True], ignore_index=True)


def _band(count: int) -> str:
    return next(name for name, (low, high) in BANDS.items() if low <= count and (high is None or count <= high))


def share_left(original: Dataset, policies: Mapping[str, Policy], count: int, *, runs: int, seed: int) -> pd.DataFrame:
    """Return the share of the words that stood once that are in each copy, averaged over `runs`.

    Columns: policy, copy, left.
    """
    token, times = np.unique(original, return_counts=True)
    once = token[times == 1]
    tables = []
    for name, policy in policies.items():
        streams = np.random.default_rng(seed).spawn(runs)
        games = [copies(original, policy, count, rng=rng) for rng in streams]
        left = np.mean([[np.isin(once, copy).mean() for copy in game] for game in games], axis=0)
        tables.append(pd.DataFrame({"policy": name, "copy": np.arange(count + 1), "left": left}))
    return pd.concat(tables, ignore_index=True)
