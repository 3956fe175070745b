"""A lineage that kept nothing and has lost the rare is given the original back: what returns, and how soon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pandas as pd

from .. import checks
from ..data.toy_language import LANGUAGE
from ..models.categorical import Categorical
from ..models.ngram import Bigram
from ..policies import keep_real, replace
from ..recursion import Dataset, Generation, Model, Policy, generations
from ..theory import copy_survival

BLANK = Categorical(np.full(len(LANGUAGE.vocabulary), 1 / len(LANGUAGE.vocabulary)))


def given_back(
    model: Model, real: Dataset, policy: Policy, *, since: int, rng: np.random.Generator
) -> Iterator[Generation]:
    """Yield generations 0, 1, 2, ...: up to generation `since` with nothing kept, later ones by `policy`.

    Raises as `generations` does, all at once, and as sizes do for `since`.

    >>> from collapse_lib.models.gaussian import Gaussian
    >>> run = given_back(Gaussian(), np.zeros(9), keep_real(0.5), since=2, rng=np.random.default_rng(0))
    >>> [next(run).index for _ in range(4)]
    [0, 1, 2, 3]
    """
    since = checks.size(since, "since")
    without = generations(model, real, replace(), rng=rng)
    generations(model, real, policy, rng=rng)  # says now what is no policy
    return _both(without, since, real, policy, rng)


def _both(
    without: Iterator[Generation], since: int, real: Dataset, policy: Policy, rng: np.random.Generator
) -> Iterator[Generation]:
    for last in islice(without, since + 1):
        yield last
    yield from generations(last.model, real, policy, rng=rng, after=last)


def words_left(original: Dataset, share: float, *, since: int, last: int, replicates: int, seed: int) -> pd.DataFrame:
    """Return the share of the words that stood once that are in each copy, averaged, if `share` is given back.

    `original`: a bag of words as token ids of the toy language, shape (M,). Columns: copy 0 .. `last`, left. Raises as
    `given_back` does, and ValueError if no word stands there once or there is no replicate.

    >>> words_left(np.arange(1, 9), 1.0, since=1, last=2, replicates=1, seed=0)["left"].iloc[[0, 2]].to_list()
    [1.0, 1.0]
    """
    share, last = checks.single_share(share, "share"), checks.size(last, "last")
    replicates = checks.whole(replicates, "replicates", least=1)
    original = checks.token_ids(checks.dimensions(original, 1, name="the original"), len(BLANK.p))
    once = np.flatnonzero(np.bincount(original) == 1)
    if not len(once):
        raise ValueError(f"the original must have a word that stands there once, got {len(original)} words, none alone")
    left = np.zeros(last + 1)
    for rng in np.random.default_rng(checks.whole(seed, "seed")).spawn(replicates):
        chain = given_back(BLANK, original, keep_real(share), since=since, rng=rng)
        left += [np.mean(generation.model.p[once] > 0) for generation in islice(chain, last + 1)]
    return pd.DataFrame({"copy": range(last + 1), "left": left / replicates})


def pairs_left(
    share: float, *, since: int, last: int, replicates: int, seed: int, sentences: int = 4_000
) -> pd.DataFrame:
    """Return the share of the pairs of words that stood once in real sentences that each generation can say, averaged.

    The model counts which word of the toy language follows which. Each replicate has `sentences` of its own. Columns:
    generation 0 .. `last`, left. Raises as `words_left` does.

    >>> pairs_left(1.0, since=1, last=2, replicates=1, seed=0, sentences=50)["left"].iloc[[0, 2]].to_list()
    [1.0, 1.0]
    """
    share, last = checks.single_share(share, "share"), checks.size(last, "last")
    replicates, sentences = (
        checks.whole(replicates, "replicates", least=1),
        checks.whole(sentences, "sentences", least=1),
    )
    left = np.zeros(last + 1)
    for rng in np.random.default_rng(checks.whole(seed, "seed")).spawn(replicates):
        real, model = LANGUAGE.sample(sentences, rng=rng), Bigram(len(BLANK.p))
        first = model.fit(real, rng=rng)
        once = first.pairs[first.counts == 1]
        chain = islice(given_back(model, real, keep_real(share), since=since, rng=rng), last + 1)
        left += [np.isin(once, generation.model.pairs).mean() for generation in chain]
    return pd.DataFrame({"generation": range(last + 1), "left": left / replicates})


def law(share: float, *, since: int, last: int) -> pd.DataFrame:
    """Return what `words_left` would note by theory, in large bags: columns copy, left. Raises as it does.

    >>> law(0.1, since=2, last=4)["left"].round(2).to_list()
    [1.0, 0.63, 0.47, 0.42, 0.4]
    """
    share, copies = checks.single_share(share, "share"), range(checks.size(last, "last") + 1)
    left = [copy_survival(copy, kept=share, since=since) for copy in copies]
    return pd.DataFrame({"copy": copies, "left": left})
