"""The domains of `models.language.model`, on a network that is as small as can be."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_ID_ROWS, NO_IDS, NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS, SIZES
from values import LARGEST, MANY, not_between, not_whole, whole

from collapse_lib.models.decoding import PLAIN, Decoding
from collapse_lib.models.language import LanguageModel, model, opt

CONFIG = opt(5, 8, width=4, heads=1, eos=0)
UNFITTED = LanguageModel(CONFIG, 3)
ROWS = st.lists(st.tuples(*3 * [st.integers(0, 4)]), min_size=1, max_size=4).map(np.array)
PAIRS = st.lists(st.tuples(*2 * [st.integers(0, 4)]), min_size=1, max_size=4).map(np.array)
FITTED = UNFITTED.fit(np.array([[1, 2, 3], [4, 0, 0]]), rng=np.random.default_rng(0))
NO_ROWS = NO_IDS | st.sampled_from([[[0, 1]], [[0, 1, 5]], np.zeros((0, 3), dtype=int), np.zeros((2, 3)), [[0, 1, -1]]])
NO_WEIGHTS = NO_SAMPLES.filter(lambda value: value is not None) | NOT_FINITE_DATA | st.just(np.zeros((2, 2)))


def not_none(values):
    """Return the strategy without None, which leaves a part out."""
    return values.filter(lambda value: value is not None)


def as_given(found, vocabulary=5, **given):
    assert found.vocabulary == vocabulary and all(getattr(found, name) == value for name, value in given.items())


def of_another_network(found, self, data, rng):
    assert found.weights.shape == FITTED.weights.shape and np.isfinite(found.weights).all() and self.weights is None


def tokens_that_end(found, size, rng, self=None):
    assert found.shape == (size, 3) and set(found.flat) <= set(range(5))
    over = np.cumsum(found == 0, axis=1) > 0
    assert (found[over] == 0).all()


def so_many_each(found, self, prompts, rng, tokens):
    assert found.shape == (len(prompts), tokens) and set(found.flat) <= set(range(5))


def surprised(found, self, data):
    assert 0 < found < np.inf
    np.testing.assert_allclose(self.cross_entropy(data[::-1]), found, rtol=1e-5)


def each_row(found, self, data):
    assert found.shape == (len(data),) and (found > 0).all()
    np.testing.assert_allclose(self.row_cross_entropies(data[:1]), found[:1], rtol=1e-4)


def each_token(found, self, data):
    assert found.shape == data.shape and (found >= 0).all() and (found[:, 0] > 0).all()
    np.testing.assert_allclose(self.surprises(data[:1]), found[:1], rtol=1e-4, atol=1e-6)


ROOM = model
ITSELF = st.just(FITTED)
TABLE = {
    "LanguageModel": Border(
        LanguageModel,
        arguments(
            config=st.just(CONFIG),
            length=whole(1),
            epochs=whole(1),
            batch=whole(1),
            shift=whole(),
            learning_rate=st.floats(1e-9, 1e9),
            decoding=st.sampled_from([PLAIN, Decoding(beams=2)]),
            precision=st.sampled_from(["float32", "bfloat16"]),
        ),
        as_given,
        {
            "config": st.sampled_from([None, {}, [], "opt", {"model_type": "opt"}, {**CONFIG, "vocab_size": 0}]),
            **dict.fromkeys(("length", "epochs", "batch"), not_whole(1, LARGEST)),
            "shift": not_whole(0, LARGEST),
            "learning_rate": not_between(0) | MANY | st.just(0),
            "precision": st.sampled_from([None, "", "float64", 32, ["float32"]]),
            "decoding": st.sampled_from([None, "T = 1", 0.9, Decoding]),
        },
        apart=st.builds(
            lambda name, value: {"length": 3, name: value},
            st.sampled_from(["base", "weights"]),
            NO_WEIGHTS,
        )
        | st.builds(
            lambda name, value: {"length": 3, name: value},
            st.just("validation"),
            not_none(NO_ROWS),
        ),
    ),
    "LanguageModel.fit": Border(
        on("fit"),
        arguments(self=st.just(UNFITTED), data=ROWS, rng=RNGS),
        of_another_network,
        {"data": NO_ROWS, "rng": NO_RNGS},
    ),
    "LanguageModel.sample": Border(
        on("sample"),
        arguments(self=ITSELF, size=SIZES, rng=RNGS),
        tokens_that_end,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "LanguageModel.continued": Border(
        lambda self, prompts, rng, tokens=None: self.continued(prompts, rng=rng, tokens=tokens),
        arguments(self=ITSELF, prompts=ROWS, rng=RNGS, tokens=st.integers(1, 4)),
        so_many_each,
        {
            "prompts": NO_ID_ROWS | st.sampled_from([[[5]], np.zeros((2, 8), dtype=int)]),
            "rng": NO_RNGS,
            "tokens": st.sampled_from([0, -1, 2.5, "3", True, [1], 99]),
        },
    ),
    "LanguageModel.cross_entropy": Border(
        on("cross_entropy"), arguments(self=ITSELF, data=ROWS), surprised, {"data": NO_ROWS}
    ),
    "LanguageModel.row_cross_entropies": Border(
        on("row_cross_entropies"), arguments(self=ITSELF, data=ROWS), each_row, {"data": NO_ROWS}
    ),
    "LanguageModel.surprises": Border(
        on("surprises"),
        arguments(self=ITSELF, data=PAIRS),
        each_token,
        {
            "data": NO_ROWS.filter(lambda rows: not (isinstance(rows, list) and rows == [[0, 1]]))
            | st.sampled_from([np.ones((2, 9), int), [[]]])
        },
    ),
    "LanguageModel.vocabulary": Border(
        lambda self: self.vocabulary, arguments(self=ITSELF), lambda found, self: as_given(self, vocabulary=found)
    ),
}
