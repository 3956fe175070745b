"""What a language model is handed is taken in every guise that can be read, and else refused in the library's words."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest
from guises import GUISES
from refusals import refused
from tiny_language_model import EVERY, TINY

from collapse_lib.models.decoding import Decoding
from collapse_lib.models.language import LanguageModel, opt

AFTER = LanguageModel(opt(3, 6, bos=False, width=8, heads=2), 3)
ROWS, PROMPTS = EVERY[:12], EVERY[:4, :2]
NO_IDS = [
    *("text", ["a"], None, 3, [[0, 1, 2], [0, 1]], [["0", "1", "2"]], [[0.5, 1.0, 2.0]], [[0, None, 2]], 1j),
    *([[True, False, True]], [[0, 1, 3]], [[-1, 0, 0]], [0, 1, 2], [[[0, 1, 2]]], np.datetime64("2026-11-27"), {}),
    *(pd.DataFrame({"a": ["x"]}), [[np.nan, 0, 1]], np.ma.masked_equal([[0, 1, 2]], 1), [[0, 10**30, 1]]),
]


@pytest.fixture(scope="module")
def after() -> LanguageModel:
    """A fitted one that writes after prompts."""
    return AFTER.fit(EVERY, rng=np.random.default_rng(1))


# In every guise


@pytest.mark.parametrize("guise", GUISES)
def test_rows_and_prompts_are_read_in_every_guise(guise, tiny, after) -> None:
    rows, prompts = GUISES[guise](ROWS), GUISES[guise](PROMPTS)
    fits = [TINY.fit(data, rng=np.random.default_rng(1)).weights for data in (rows, ROWS)]
    np.testing.assert_array_equal(*fits)
    assert tiny.cross_entropy(rows) == tiny.cross_entropy(ROWS)
    np.testing.assert_array_equal(tiny.row_cross_entropies(rows), tiny.row_cross_entropies(ROWS))
    for model in (tiny, after):
        texts = [model.continued(p, rng=np.random.default_rng(2), tokens=1) for p in (prompts, PROMPTS)]
        np.testing.assert_array_equal(*texts)
    held = [dataclasses.replace(after, prompts=p, validation=d) for p, d in ((prompts, rows), (PROMPTS, ROWS))]
    np.testing.assert_array_equal(*[model.sample(4, rng=np.random.default_rng(3)) for model in held])
    np.testing.assert_array_equal(*[model.fit(ROWS, rng=np.random.default_rng(3)).weights for model in held])


@pytest.mark.parametrize("guise", GUISES)
def test_weights_are_read_in_every_guise(guise, tiny) -> None:
    weights = np.round(tiny.weights * 64) / 64
    models = [dataclasses.replace(tiny, weights=w) for w in (GUISES[guise](weights), weights)]
    np.testing.assert_array_equal(*[model.sample(9, rng=np.random.default_rng(4)) for model in models])


def test_an_empty_prompt_is_one_where_there_is_a_beginning(tiny, after, rng) -> None:
    assert tiny.continued([[], []], rng=rng).shape == (2, 3)
    assert "a prompt must hold at least 1 token where there is no BOS token" in refused(after.continued, [[]], rng=rng)


def test_no_prompts_are_followed_by_nothing(after, rng) -> None:
    assert after.continued(PROMPTS[:0], rng=rng).shape == (0, 3)


# Refused


@pytest.mark.parametrize("data", NO_IDS, ids=repr)
def test_what_are_no_token_ids_is_refused(data, tiny, after, rng) -> None:
    for call in (tiny.cross_entropy, tiny.row_cross_entropies):
        refused(call, data)
    refused(TINY.fit, data, rng=rng)
    refused(after.continued, data, rng=rng, tokens=1)
    if data is not None:
        refused(dataclasses.replace, after, prompts=data)
        refused(dataclasses.replace, after, validation=data)


@pytest.mark.parametrize("value", [0, -1, 2.5, 20.0, "8", None, True, [8], np.nan])
@pytest.mark.parametrize("name", ["length", "epochs", "batch", "vocabulary", "positions", "width", "layers", "heads"])
def test_what_counts_is_whole_and_at_least_1(name, value) -> None:
    if name in ("length", "epochs", "batch"):
        assert name in refused(dataclasses.replace, TINY, **{name: value})
    else:
        assert name in refused(opt, **{"vocabulary": 3, "positions": 3, name: value})


@pytest.mark.parametrize(
    "settings",
    [
        *({"shift": value} for value in (-1, 0.5, None, "1")),
        *({"learning_rate": value} for value in (0, -1, np.inf, None, "0.1", [0.1, 0.2], True)),
        *({"precision": value} for value in (None, 32, "float8", ["float32"], np.float32)),
        *({"decoding": value} for value in (None, 0.9, "T = 0.9", Decoding)),
        *({"config": value} for value in (None, "opt", {}, [], {"model_type": "opt"})),
        *({name: value} for name in ("weights", "base") for value in ([["a"]], "w", [[0.0]], 3.0, [np.nan], ["1,5"])),
        {"prompts": EVERY[:0]},
    ],
    ids=repr,
)
def test_settings_of_another_kind_are_refused(settings) -> None:
    refused(dataclasses.replace, TINY, **settings)


@pytest.mark.parametrize("settings", [{"bos": 2}, {"bos": None}, {"eos": 3}, {"eos": -1}, {"eos": 0.5}, {"eos": "0"}])
def test_marks_of_another_kind_are_refused(settings) -> None:
    refused(opt, 3, 3, width=8, heads=2, **settings)


@pytest.mark.parametrize("rng", [0, None, np.random, np.random.RandomState(0), "0"], ids=lambda rng: type(rng).__name__)
def test_randomness_comes_from_a_generator(rng, tiny, after) -> None:
    for call, given in ((TINY.fit, ROWS), (tiny.sample, 3), (after.sample, 3), (after.continued, PROMPTS)):
        assert "rng must be a numpy Generator" in refused(call, given, rng=rng)


@pytest.mark.parametrize("size", [-1, 2.5, "3", None, [3]])
def test_a_size_is_whole(size, tiny, after, rng) -> None:
    for model in (tiny, after):
        refused(model.sample, size, rng=rng)
    refused(tiny.continued, PROMPTS, rng=rng, tokens=size or -1)


def test_a_row_longer_than_the_network_sees_is_refused_before_it_is_read(rng) -> None:
    for wrong in ({"length": 4}, {"shift": 1}):
        model = dataclasses.replace(TINY, **wrong)
        rows = np.zeros((2, model.length), dtype=int)
        assert "a row and its shift must fit into 3, got " in refused(model.fit, rows, rng=rng)


def test_one_token_alone_is_not_predicted() -> None:
    assert "length must be at least 2 without a BOS token" in refused(dataclasses.replace, AFTER, length=1)
