"""What a language model writes after: prompts of its own, what it read last, or what it is given."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from collapse_lib.models.language import LanguageModel, network, opt, writing

UNFITTED = LanguageModel(opt(4, 12, bos=False, width=8, heads=2), 4)
ROWS = np.random.default_rng(1).integers(4, size=(60, 4))


@pytest.fixture(scope="module")
def fitted() -> LanguageModel:
    return UNFITTED.fit(ROWS, rng=np.random.default_rng(2))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[np.ndarray]:
    """The prompts that writing was asked to go on from."""
    found: list[np.ndarray] = []

    def note(network, prompts, tokens, *rest):
        found.append(prompts)
        return np.zeros((len(prompts), tokens), dtype=int)

    monkeypatch.setattr(writing, "write", note)
    return found


def test_as_many_rows_as_prompts_take_each_in_order(fitted, asked, rng):
    fitted.sample(60, rng=rng)
    np.testing.assert_array_equal(asked[0], ROWS)


def test_fewer_rows_take_different_prompts_at_random_and_more_take_some_again(asked, rng):
    numbered = np.arange(60)[:, None]
    model = dataclasses.replace(UNFITTED, config=opt(60, 12, bos=False, width=8, heads=2), prompts=numbered)
    model = dataclasses.replace(model, weights=network.weights(network.build(model.config, None)))
    for size in (30, 240):
        model.sample(size, rng=rng)
    few, many = (rows[:, 0] for rows in asked)
    assert len(np.unique(few)) == 30 and (few != np.sort(few)).any()
    assert len(many) == 240 and len(np.unique(many)) > 50 and (many[:60] != np.arange(60)).any()


def test_without_fixed_prompts_it_goes_on_from_what_it_read_last(fitted, asked, rng):
    again = fitted.fit(ROWS[:7], rng=rng)
    again.sample(7, rng=rng)
    np.testing.assert_array_equal(asked[0], ROWS[:7])
    assert fitted.read is not again.read


def test_fixed_prompts_stay_whatever_is_read(asked, rng):
    model = dataclasses.replace(UNFITTED, prompts=ROWS[:5]).fit(ROWS[30:], rng=rng)
    model.sample(5, rng=rng)
    np.testing.assert_array_equal(asked[0], ROWS[:5])
    assert model.read is None


def test_more_rows_than_stand_side_by_side_are_written_each_after_its_own_prompt(fitted, monkeypatch, rng):
    sharp = dataclasses.replace(
        fitted, decoding=dataclasses.replace(fitted.decoding, temperature=1e-4)
    )  # the likeliest, whatever is drawn
    together = sharp.sample(60, rng=rng)
    monkeypatch.setattr(writing, "SAMPLED_ROWS", 7)
    np.testing.assert_array_equal(sharp.sample(60, rng=rng), together)


def test_without_a_prompt_it_does_not_begin(rng):
    with pytest.raises(
        RuntimeError, match="a language model without a BOS token needs prompts: call fit first, or give it"
    ):
        UNFITTED.sample(3, rng=rng)


def test_a_model_that_has_not_learned_does_not_go_on_from_a_prompt(rng):
    with pytest.raises(RuntimeError, match="a language model must be fitted before it is used: call fit first"):
        dataclasses.replace(UNFITTED, prompts=ROWS).sample(3, rng=rng)


def test_a_prompt_and_a_row_must_fit_into_what_the_network_sees(fitted, rng):
    with pytest.raises(ValueError, match="a prompt and 1 token or more must fit into 12, got 9 and 4"):
        fitted.continued(np.zeros((1, 9), dtype=int), rng=rng)
    with pytest.raises(ValueError, match="a prompt and 1 token or more must fit into 12, got 2 and 0"):
        fitted.continued(ROWS[:, :2], rng=rng, tokens=0)
