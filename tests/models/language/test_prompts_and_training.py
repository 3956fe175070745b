"""What a language model writes after, and how it learns: places, the best epoch, precision, architectures."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from collapse_lib.models.language import LanguageModel, network, opt, training, writing

UNFITTED = LanguageModel(opt(4, 12, bos=False, width=8, heads=2), 4)
ROWS = np.random.default_rng(1).integers(4, size=(60, 4))
GPT2 = {
    "model_type": "gpt2", "vocab_size": 4, "n_positions": 8, "n_embd": 8, "n_layer": 1, "n_head": 2,
    "bos_token_id": None, "eos_token_id": None,
}  # fmt: skip


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


# Learning


def moved_places(shift: int) -> np.ndarray:
    """Which of the 12 places' embeddings a fit changes by more than the weights' decay."""
    model = dataclasses.replace(
        UNFITTED, weights=network.weights(network.build(UNFITTED.config, None)), shift=shift, epochs=5
    )
    before, after = (
        network.build(one.config, one.weights).base_model.decoder.embed_positions.weight.detach().numpy()
        for one in (model, model.fit(ROWS, rng=np.random.default_rng(3)))
    )
    steps, decay = 5 * 2, 0.01 * model.learning_rate  # AdamW's own decay is 0.01 of the rate at each step
    changes = np.abs(after - before) > np.abs(before) * steps * decay * 1.01 + 1e-7
    return np.flatnonzero(changes.any(axis=1)) - 2  # OPT keeps two places before the first


def test_a_row_is_learned_at_its_own_places_without_a_shift_and_at_later_ones_with_it():
    np.testing.assert_array_equal(moved_places(0), range(3))  # of 4 tokens 3 are read to predict the next
    np.testing.assert_array_equal(moved_places(5), range(3 + 5))


def test_the_best_epoch_on_the_validation_rows_is_kept_with_exactly_its_weights(monkeypatch):
    after: list[np.ndarray] = []
    surprises: list[float] = []
    scored = training.negative_log_likelihood

    def watched(learner, rows):
        found, counts = scored(learner, rows)
        after.append(network.weights(learner).copy())
        surprises.append(found.sum() / counts.sum())
        return found, counts

    monkeypatch.setattr(training, "negative_log_likelihood", watched)
    few = dataclasses.replace(UNFITTED, epochs=12, learning_rate=0.05, validation=ROWS[30:])
    kept = few.fit(ROWS[:8], rng=np.random.default_rng(4))
    best = int(np.argmin(surprises))
    assert len(after) == 12 and best < 11
    np.testing.assert_array_equal(kept.weights, after[best])
    assert kept.cross_entropy(ROWS[30:]) == pytest.approx(surprises[best])
    last = dataclasses.replace(few, validation=None).fit(ROWS[:8], rng=np.random.default_rng(4))
    np.testing.assert_array_equal(last.weights, after[-1])


def test_half_precision_learns_and_writes_nearly_the_same_and_keeps_whole_weights(rng):
    models = (dataclasses.replace(UNFITTED, epochs=3, precision=name) for name in ("float32", "bfloat16"))
    whole, half = (model.fit(ROWS, rng=np.random.default_rng(5)) for model in models)
    assert half.weights.dtype == np.float32
    assert not np.array_equal(half.weights, whole.weights)
    assert half.cross_entropy(ROWS) == pytest.approx(whole.cross_entropy(ROWS), rel=0.02)
    assert half.sample(60, rng=rng).shape == (60, 4)


def test_another_architecture_learns_writes_and_reads(rng):
    model = LanguageModel(GPT2, 4, epochs=40).fit(np.tile([0, 1, 2, 3], (60, 1)), rng=rng)
    assert model.cross_entropy(np.array([[0, 1, 2, 3]])) < 0.3 < model.cross_entropy(np.array([[0, 3, 3, 1]]))
    np.testing.assert_array_equal(model.continued(np.array([[0, 1]] * 9), rng=rng, tokens=1), [[2]] * 9)
    with pytest.raises(ValueError, match="must fit into 8, got 6 and 4"):
        model.continued(np.zeros((1, 6), dtype=int), rng=rng)
