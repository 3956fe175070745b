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

from .. import checks
from ..data.toy_language import LANGUAGE
from ..models.categorical import Categorical
from ..recursion import Dataset, Policy, generations


def bag(size: int, *, rng: np.random.Generator) -> Dataset:
    """Return `size` words of the toy language as token ids, shape (size,), full stops left out.

    Raises ValueError for a negative size, TypeError for no whole one and for no generator.

    >>> bag(1_000, rng=np.random.default_rng(0)).shape
    (1000,)
    """
    shares = LANGUAGE.word_probabilities.copy()
    shares[0] = 0.0
    return Categorical(shares / shares.sum()).sample(size, rng=rng)


def word_counts(bag: Dataset) -> Counter[str]:
    """Return how often each word stands in a bag, shape (M,).

    Raises ValueError for ids that are no words, TypeError for what are no token ids.
    """
    return Counter(LANGUAGE.vocabulary.decode(_words(bag, "a bag")))


def copies(original: Dataset, policy: Policy, count: int, *, rng: np.random.Generator) -> Dataset:
    """Return the newest words of the original and of `count` copies, shape (count + 1, len(original)).

    Where nothing is thrown away, the newest are those that the last copy added to the pile. Raises at once: ValueError
    for ids that are no words and a negative count, TypeError for other kinds of things.

    >>> from collapse_lib.policies import replace
    >>> copies(np.array([5, 6, 7, 8]), replace(), 2, rng=np.random.default_rng(0)).shape
    (3, 4)
    """
    count, original = checks.whole(count, "count"), _words(original, "the original")
    blank = Categorical(np.full(len(LANGUAGE.vocabulary), 1 / len(LANGUAGE.vocabulary)))
    chain = generations(blank, original, policy, rng=rng)
    return np.stack([generation.data[-len(original) :] for generation in islice(chain, count + 1)])


def share_left(original: Dataset, policies: Mapping[str, Policy], count: int, *, runs: int, seed: int) -> pd.DataFrame:
    """Return the share of the words that stood once that are in each copy, averaged over `runs`.

    Columns: policy, copy, left. Raises as `copies` does, and ValueError if no word stands there once or there is no
    policy or no run.

    >>> from collapse_lib.policies import replace
    >>> share_left(np.arange(1, 50), {"replace": replace()}, 2, runs=2, seed=0)["copy"].to_list()
    [0, 1, 2]
    """
    count, runs = checks.whole(count, "count"), checks.whole(runs, "runs", least=1)
    original, seed = _words(original, "the original"), checks.whole(seed, "seed")
    token, times = np.unique(original, return_counts=True)
    once = token[times == 1]
    if not len(once):
        raise ValueError(f"the original must have a word that stands there once, got {len(token)} words, none of them")
    tables = []
    for name, policy in checks.mapping(policies, "policies").items():
        streams = np.random.default_rng(seed).spawn(runs)
        games = [copies(original, policy, count, rng=rng) for rng in streams]
        left = np.mean([[np.isin(once, copy).mean() for copy in game] for game in games], axis=0)
        tables.append(pd.DataFrame({"policy": name, "copy": np.arange(count + 1), "left": left}))
    return pd.concat(tables, ignore_index=True)


def _words(data: Dataset, name: str) -> Dataset:
    found = checks.token_ids(checks.dimensions(data, 1, name=name), len(LANGUAGE.vocabulary))
    return checks.dataset(found, name)
