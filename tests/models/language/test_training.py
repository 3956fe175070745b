"""How a language model learns: at which places, which epoch is kept, and in half precision."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from collapse_lib.models.language import LanguageModel, network, opt, scoring, training

UNFITTED = LanguageModel(opt(4, 12, bos=False, width=8, heads=2), 4)
ROWS = np.random.default_rng(1).integers(4, size=(60, 4))


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


def gradients(net) -> np.ndarray:
    """All of a network's gradients, shape (P,); they are gone after."""
    found = np.concatenate([weight.grad.numpy().ravel() for weight in net.parameters()])
    net.zero_grad()
    return found


def plainly(net, rows: torch.Tensor) -> None:
    """The mean surprise's gradient as transformers has it."""
    net(input_ids=rows, labels=rows).loss.backward()


@pytest.mark.parametrize("logits", [scoring.LOGITS, 50, 9], ids=["at once", "in portions", "in small portions"])
def test_the_gradient_is_that_of_the_plain_formula_however_few_logits_are_held(logits, monkeypatch):
    net, rows = network.build(UNFITTED.config, None), torch.tensor(ROWS[:9])
    plainly(net, rows)
    expected = gradients(net)
    held: list[int] = []
    net.get_output_embeddings().register_forward_hook(lambda _module, _rows, found: held.append(found.numel()))
    monkeypatch.setattr(scoring, "LOGITS", logits)
    training.differentiate(net, rows, None, "float32", torch.amp.GradScaler("cpu", enabled=False))
    np.testing.assert_allclose(gradients(net), expected, atol=1e-6 * np.abs(expected).max())
    assert max(held) <= logits and sum(held) == 4 * 27


@pytest.mark.parametrize("precision", ["bfloat16", "float32"])
def test_a_fit_and_its_surprise_are_the_same_in_portions(precision, monkeypatch):
    def fitted() -> LanguageModel:
        model = dataclasses.replace(UNFITTED, precision=precision, validation=ROWS[40:])
        return model.fit(ROWS, rng=np.random.default_rng(3))

    at_once = fitted()
    surprise = at_once.row_cross_entropies(ROWS)
    monkeypatch.setattr(scoring, "LOGITS", 50)
    np.testing.assert_allclose(at_once.row_cross_entropies(ROWS), surprise, rtol=1e-6)
    np.testing.assert_allclose(fitted().weights, at_once.weights, atol=0.005 if precision == "bfloat16" else 1e-4)
