"""What a language model believes of all rows adds up to one, and it writes as it believes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest
from tiny_language_model import EVERY
from tolerances import assert_share

from collapse_lib.models.decoding import Decoding
from collapse_lib.models.language import LanguageModel


def believed(model: LanguageModel, rows: np.ndarray, words: Sequence[int] | int = 3) -> np.ndarray:
    return np.exp(-model.row_cross_entropies(rows) * words)


def often(rows: np.ndarray, row: np.ndarray) -> np.ndarray:
    return (rows == row).all(axis=1)


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
