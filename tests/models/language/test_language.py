"""A language model says what it believes, learns what it reads, and a reading of it can tell what it has become."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
import torch
from tolerances import assert_share

from collapse_lib.models.decoding import Decoding
from collapse_lib.models.language import LanguageModel, opt

TINY = LanguageModel(opt(3, 3, width=8, heads=2), 3, epochs=3)
EVERY = np.array(list(product(range(3), repeat=3)))


def skewed(size: int, rng: np.random.Generator) -> np.ndarray:
    """Rows in which a token is often that before it, and 0 is more frequent than 1 and 2."""
    rows = rng.choice(3, (size, 3), p=[0.6, 0.3, 0.1])
    for place in (1, 2):
        same = rng.random(size) < 0.5
        rows[same, place] = rows[same, place - 1]
    return rows


@pytest.fixture(scope="module")
def tiny() -> LanguageModel:
    rng = np.random.default_rng(1)
    return TINY.fit(skewed(2_000, rng), rng=rng)


@pytest.fixture(scope="module")
def stopping() -> LanguageModel:
    """Its sentences end with 0."""
    rng = np.random.default_rng(2)
    rows = skewed(2_000, rng)
    rows[np.cumsum(rows == 0, axis=1) > 0] = 0
    return dataclasses.replace(TINY, config=opt(3, 3, eos=0, width=8, heads=2)).fit(rows, rng=rng)


def believed(model: LanguageModel, rows: np.ndarray, words: Sequence[int] | int = 3) -> np.ndarray:
    return np.exp(-model.row_cross_entropies(rows) * words)


def often(rows: np.ndarray, row: np.ndarray) -> np.ndarray:
    return (rows == row).all(axis=1)


# What it believes and what it says


def test_what_it_believes_of_all_rows_adds_up_to_one(tiny):
    assert believed(tiny, EVERY).sum() == pytest.approx(1, abs=1e-5)


def test_with_a_stop_what_it_believes_of_all_sentences_adds_up_to_one(stopping):
    sentences = np.unique(np.where(np.cumsum(EVERY == 0, axis=1) > 0, 0, EVERY), axis=0)
    words = np.minimum((sentences != 0).sum(axis=1) + 1, 3)
    assert believed(stopping, sentences, words).sum() == pytest.approx(1, abs=1e-5)


def test_it_writes_each_row_as_often_as_it_believes_in_it(tiny, rng):
    written = tiny.sample(20_000, rng=rng)
    for row, law in zip(EVERY, believed(tiny, EVERY), strict=True):
        assert_share(often(written, row), law)


@pytest.mark.parametrize("temperature", [0.5, 2.0])
def test_temperature_raises_each_choice_to_a_power_and_leaves_the_surprise_alone(tiny, temperature, rng):
    other = dataclasses.replace(tiny, decoding=Decoding(temperature=temperature))
    assert other.cross_entropy(EVERY) == tiny.cross_entropy(EVERY)
    tree = believed(tiny, EVERY).reshape(3, 3, 3)
    law = np.ones((3, 3, 3))
    for sums in (tree.sum(axis=(1, 2)), tree.sum(axis=2), tree):
        power = sums ** (1 / temperature)
        choice = power / power.sum(axis=-1, keepdims=True)
        law *= choice.reshape(choice.shape + (1,) * (3 - choice.ndim))
    written = other.sample(20_000, rng=rng)
    for row, share in zip(EVERY, law.ravel(), strict=True):
        assert_share(often(written, row), share)


def test_it_goes_on_from_a_prompt_as_it_would_have_from_its_own_words(tiny, rng):
    endings = tiny.continued(np.tile([2, 1], (20_000, 1)), rng=rng, tokens=1)
    beginnings = believed(tiny, EVERY[often(EVERY[:, :2], np.array([2, 1]))])
    for token, law in enumerate(beginnings / beginnings.sum()):
        assert_share(endings[:, 0] == token, law)


def test_more_rows_than_fit_side_by_side_are_all_written(tiny, rng):
    assert len(np.unique(tiny.sample(1_300, rng=rng)[1_024:], axis=0)) > 5


def test_nothing_follows_a_stop(stopping, rng):
    written = stopping.sample(1_000, rng=rng)
    after = np.cumsum(written == 0, axis=1) > 0
    assert after.any()
    assert (written[after] == 0).all()


def test_what_stands_after_a_stop_does_not_count(stopping):
    once, more = np.array([[1, 0, 0]]), np.array([[1, 0, 2]])
    assert stopping.cross_entropy(once) == stopping.cross_entropy(more)
    fits = [stopping.fit(rows, rng=np.random.default_rng(3)) for rows in (once, more)]
    np.testing.assert_array_equal(fits[0].weights, fits[1].weights)


def test_the_mean_surprise_weighs_words_not_rows(stopping):
    rows = np.array([[0, 0, 0], [1, 2, 1]])
    each = stopping.row_cross_entropies(rows)
    assert stopping.cross_entropy(rows) == pytest.approx((each[0] + 3 * each[1]) / 4)


# How it learns


def test_reading_lowers_the_surprise_at_more_of_the_same(rng):
    before = dataclasses.replace(TINY, learning_rate=1e-9).fit(skewed(500, rng), rng=rng)
    after = TINY.fit(skewed(2_000, rng), rng=rng)
    unread = skewed(2_000, rng)
    assert after.cross_entropy(unread) < before.cross_entropy(unread) - 0.1


def test_a_fit_goes_on_from_the_generation_before(tiny):
    near = dataclasses.replace(tiny, learning_rate=1e-6).fit(EVERY, rng=np.random.default_rng(4))
    np.testing.assert_allclose(near.weights, tiny.weights, atol=1e-4)
    assert not np.array_equal(near.weights, tiny.weights)


def test_with_a_base_every_generation_starts_from_it(tiny):
    rebased = dataclasses.replace(tiny, base=tiny.weights)
    first = rebased.fit(EVERY[:9], rng=np.random.default_rng(4))
    assert first.base is tiny.weights
    second = first.fit(EVERY[9:], rng=np.random.default_rng(5))
    np.testing.assert_array_equal(second.weights, rebased.fit(EVERY[9:], rng=np.random.default_rng(5)).weights)


def test_fitting_leaves_a_model_that_has_learned_as_it_was(tiny):
    cross_entropy, weights = tiny.cross_entropy(EVERY), tiny.weights.copy()
    tiny.fit(EVERY[:1], rng=np.random.default_rng(6))
    assert tiny.cross_entropy(EVERY) == cross_entropy
    np.testing.assert_array_equal(tiny.weights, weights)


def test_torchs_own_random_state_is_neither_used_nor_moved():
    weights = []
    for seed in (1, 2):
        torch.manual_seed(seed)
        state = torch.get_rng_state()
        rng = np.random.default_rng(7)
        weights.append(TINY.fit(EVERY, rng=rng).weights)
        TINY.fit(EVERY, rng=rng).sample(3, rng=rng)
        assert torch.equal(torch.get_rng_state(), state)
    np.testing.assert_array_equal(*weights)


# What it refuses


def test_a_model_that_has_not_learned_cannot_be_used(rng):
    for use in (lambda: TINY.sample(1, rng=rng), lambda: TINY.cross_entropy(EVERY)):
        with pytest.raises(RuntimeError, match="must be fitted before it is used: call fit first"):
            use()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"epochs": 0}, "epochs must be positive, got 0"),
        ({"length": -1}, "length must be positive, got -1"),
        ({"learning_rate": float("nan")}, "learning_rate must be positive, got nan"),
        ({"precision": "float8"}, "precision must be among float32, bfloat16, float16, got 'float8'"),
    ],
)
def test_settings_that_make_no_sense_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        dataclasses.replace(TINY, **wrong)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"vocabulary": 0}, "vocabulary must be positive, got 0"),
        ({"heads": 3}, "width must be a multiple of heads, got 8 and 3"),
        ({"eos": 3}, "eos must be a token id below 3 or None, got 3"),
    ],
)
def test_networks_that_cannot_be_built_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        opt(**{"vocabulary": 3, "positions": 3, "width": 8, "heads": 2} | wrong)


def test_weights_of_another_network_are_refused(tiny, rng):
    with pytest.raises(ValueError, match=f"the network has {len(tiny.weights)} weights, got 7"):
        dataclasses.replace(tiny, weights=tiny.weights[:7]).sample(1, rng=rng)


def test_bad_rows_are_refused(tiny, rng):
    for use in (lambda rows: tiny.fit(rows, rng=rng), tiny.cross_entropy, tiny.row_cross_entropies):
        with pytest.raises(ValueError, match=r"a row must hold 3 token ids, got shape \(1, 2\)"):
            use(EVERY[:1, :2])
        with pytest.raises(ValueError, match="token ids must lie between 0 and 2, got 0 to 3"):
            use(np.array([[0, 3, 0]]))
        with pytest.raises(TypeError, match="token ids must be integers, got float64"):
            use(EVERY.astype(float))
        with pytest.raises(ValueError, match="got 0"):
            use(EVERY[:0])


def test_a_prompt_that_leaves_nothing_to_say_is_refused(tiny, rng):
    with pytest.raises(ValueError, match="a prompt and 1 token or more must fit into 3, got 2 and 3"):
        tiny.continued(EVERY[:1, :2], rng=rng)
