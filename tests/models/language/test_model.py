"""How a language model learns from one generation to the next, and what it refuses."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from tiny_language_model import EVERY, TINY, skewed

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


def test_a_fit_does_not_hold_the_network_that_wrote_what_it_reads(tiny):
    first = dataclasses.replace(tiny)
    rows = first.sample(9, rng=np.random.default_rng(4))
    assert "_networks" in vars(first)
    first.fit(rows, rng=np.random.default_rng(4))
    assert "_networks" not in vars(first)
    np.testing.assert_array_equal(first.sample(9, rng=np.random.default_rng(4)), rows)


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
        ({"epochs": 0}, "epochs must be at least 1, got 0"),
        ({"length": -1}, "length must be at least 1, got -1"),
        ({"learning_rate": float("nan")}, "learning_rate must be positive and finite, got nan"),
        ({"precision": "float8"}, "precision must be one of 'float32', 'bfloat16', 'float16', got 'float8'"),
    ],
)
def test_settings_that_make_no_sense_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        dataclasses.replace(TINY, **wrong)


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
