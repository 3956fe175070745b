"""The domains of `models.ngram`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, nothing
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, RNGS, SIZES, tokens
from values import not_whole

from collapse_lib.models import ngram
from collapse_lib.models.ngram import Bigram

BLOCKS = st.integers(1, 4).flatmap(lambda t: tokens(5, least=3 * t, most=3 * t).map(lambda ids: ids.reshape(-1, t)))
NO_BLOCKS = (
    NO_SAMPLES
    | st.sampled_from([[[0.0]], [[5]], [[-1]], [[True]], [[[0]]], [0, 1]])
    | st.sampled_from([np.zeros((0, 3), dtype=int), np.zeros((3, 0), dtype=int), np.ma.masked_equal([[0, 1]], 1)])
)

BIGRAMS = st.builds(lambda blocks: Bigram(5).fit(blocks, rng=np.random.default_rng(0)), BLOCKS)


def on(model, method):
    """Return the method of a model as a function of the model and the rest."""
    return lambda self, **given: getattr(self, method)(**given)


def blocks_of_its_pairs(found, self, size, rng):
    assert found.shape == (size, self.length) and set(found.flat) <= set(self.pairs % 5)


def at_least_the_floor(found, self, data):
    assert 0 < found <= -np.log(ngram.ANY / 5)


ROOM = ngram
TABLE = {
    "Bigram": Border(
        Bigram,
        arguments(vocabulary=st.integers(1, 9), length=SIZES),
        nothing,
        {"vocabulary": not_whole(1), "length": not_whole(0)},
        apart=st.sampled_from(
            [
                {"vocabulary": 2, "pairs": pairs, "counts": counts}
                for pairs, counts in (
                    ([0], [1, 2]),
                    ([1, 0], [1, 1]),
                    ([6], [1]),
                    ([0.5], [1]),
                    (["a"], [1]),
                    ([0], [-1]),
                )
            ]
        ),
    ),
    "Bigram.fit": Border(
        on(Bigram, "fit"),
        arguments(self=st.just(Bigram(5)), data=BLOCKS, rng=RNGS),
        nothing,
        {"data": NO_BLOCKS, "rng": NO_RNGS},
    ),
    "Bigram.sample": Border(
        on(Bigram, "sample"),
        arguments(self=BIGRAMS, size=SIZES, rng=RNGS),
        blocks_of_its_pairs,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "Bigram.cross_entropy": Border(
        on(Bigram, "cross_entropy"), arguments(self=BIGRAMS, data=BLOCKS), at_least_the_floor, {"data": NO_BLOCKS}
    ),
}
