"""Our writing follows the law of transformers' `generate`; tastes follow formulas, and beams find the likeliest."""

from __future__ import annotations

import dataclasses
from itertools import product

import numpy as np
import pytest
import torch
from scipy.stats import chi2_contingency
from tolerances import CHANCE, assert_share

from collapse_lib.models.decoding import Decoding
from collapse_lib.models.language import LanguageModel, network, opt, writing

EVERY = np.array(list(product(range(4), repeat=3)))
DRAWS = 4_000
TASTES = [
    Decoding(temperature=0.6),
    Decoding(temperature=1.7),
    Decoding(top_k=2),
    Decoding(top_p=0.7),
    Decoding(repetition_penalty=2.0),
    Decoding(temperature=1.4, top_k=3, top_p=0.9, repetition_penalty=1.5),
]


def fitted(*, bos: bool, positions: int = 6, eos: int | None = None) -> LanguageModel:
    """A network of random weights, larger than those it begins with, so that it has strong opinions."""
    config = opt(4, positions, bos=bos, eos=eos, width=8, heads=2)
    with network.seeded(np.random.default_rng(3)):
        weights = network.weights(network.build(config, None))
    return LanguageModel(config, 3, weights=weights + np.random.default_rng(3).normal(0, 0.35, weights.shape))


MODELS = {bos: fitted(bos=bos) for bos in (True, False)}


def model(bos: bool, decoding: Decoding) -> LanguageModel:
    return dataclasses.replace(MODELS[bos], decoding=decoding)


def counts(rows: np.ndarray) -> np.ndarray:
    """How often each of the 64 rows stands there."""
    return np.bincount(rows @ [16, 4, 1], minlength=64)


def generated(model: LanguageModel, prompt: list[int]) -> np.ndarray:
    """What transformers itself draws, with all settings named so that none comes from elsewhere."""
    bos, taste = model.config["bos_token_id"], model.decoding
    begin = torch.tensor([[*([] if bos is None else [bos]), *prompt]]).expand(DRAWS, -1)
    with network.seeded(np.random.default_rng(4)), torch.inference_mode():
        found = network.build(model.config, model.weights).generate(
            begin, attention_mask=torch.ones_like(begin), do_sample=True, temperature=taste.temperature,
            top_k=taste.top_k or 0, top_p=taste.top_p, repetition_penalty=taste.repetition_penalty,
            suppress_tokens=None if bos is None else [bos], max_new_tokens=3, pad_token_id=0,
        )  # fmt: skip
    return found[:, begin.shape[1] :].numpy()


@pytest.mark.parametrize("bos", [True, False], ids=["bos", "no bos"])
@pytest.mark.parametrize("decoding", TASTES, ids=str)
def test_rows_are_as_frequent_as_those_that_generate_draws(bos: bool, decoding: Decoding, rng) -> None:
    prompt = [2, 1]
    ours = counts(model(bos, decoding).continued(np.tile(prompt, (DRAWS, 1)), rng=rng))
    theirs = counts(generated(model(bos, decoding), prompt))
    table = np.array([ours, theirs])
    often = table.sum(axis=0) >= 20  # chi-square needs 10 or so in each cell; the rare rows share one
    table = np.hstack([table[:, often], table[:, ~often].sum(axis=1, keepdims=True)])
    assert chi2_contingency(table[:, table.sum(axis=0) > 0]).pvalue > CHANCE


def beliefs(model: LanguageModel, prompts: np.ndarray) -> np.ndarray:
    """What a network believes of the token after each prompt, shape (N, 4)."""
    with torch.inference_mode():
        found = network.build(model.config, model.weights)(torch.tensor(prompts)).logits[:, -1]
    return found.double().softmax(dim=-1).numpy()


def law(decoding: Decoding) -> np.ndarray:
    """The chance of each of the 64 rows after the prompt 2 1, from the definitions of top-k and top-p."""
    chance = np.ones(64)
    for place in range(3):
        prompts = np.hstack([np.tile([2, 1], (64, 1)), EVERY[:, :place]])
        p = beliefs(MODELS[False], prompts)
        order = np.argsort(-p, axis=1)
        sorted_p = np.take_along_axis(p, order, axis=1)
        before = sorted_p.cumsum(axis=1) - sorted_p  # what the likelier ones hold together
        keep = before < decoding.top_p
        keep[:, decoding.top_k or 4 :] = False
        kept = np.zeros_like(p)
        np.put_along_axis(kept, order, np.where(keep, sorted_p, 0), axis=1)
        kept /= kept.sum(axis=1, keepdims=True)
        chance *= kept[np.arange(64), EVERY[:, place]]
    return chance


@pytest.mark.parametrize("decoding", [Decoding(), Decoding(top_k=2), Decoding(top_p=0.7)], ids=str)
def test_top_k_keeps_the_likeliest_and_top_p_those_that_hold_a_share(decoding: Decoding, rng) -> None:
    written = model(False, decoding).continued(np.tile([2, 1], (8_000, 1)), rng=rng)
    chance = law(decoding)
    assert chance.sum() == pytest.approx(1)
    assert (np.unique(chance).size > 3) and ((chance > 0).sum() < 64 or decoding == Decoding())
    for row, share in zip(EVERY, chance, strict=True):
        assert_share((written == row).all(axis=1), share)


def test_a_penalty_makes_what_was_said_rarer(rng) -> None:
    def new(penalty: float) -> float:
        rows = model(False, Decoding(repetition_penalty=penalty)).continued(np.tile([2, 1], (1_000, 1)), rng=rng)
        return np.mean([len({1, 2, *row}) - 2 for row in rows.tolist()])

    assert new(5.0) > new(1.0) + 0.1


@pytest.mark.parametrize("bos", [True, False], ids=["bos", "no bos"])
def test_with_beams_enough_the_likeliest_of_all_rows_is_found(bos: bool, rng) -> None:
    found = model(bos, Decoding(beams=64)).continued(np.array([[2, 1]] * 3), rng=rng)
    whole = np.hstack([np.tile([2, 1], (64, 1)), EVERY])
    surprise = dataclasses.replace(MODELS[bos], length=5).row_cross_entropies(whole)
    np.testing.assert_array_equal(found, np.tile(EVERY[surprise.argmin()], (3, 1)))


def test_beams_write_each_row_after_its_own_prompt_however_many_there_are(rng) -> None:
    prompts = rng.integers(4, size=(2 * writing.BEAMED_ROWS + 7, 2))
    found = model(False, Decoding(beams=8)).continued(prompts, rng=rng)
    for prompt in np.unique(prompts, axis=0):
        alike = found[(prompts == prompt).all(axis=1)]
        alone = model(False, Decoding(beams=8)).continued(prompt[None], rng=rng)
        np.testing.assert_array_equal(alike, np.tile(alone, (len(alike), 1)))


def test_nothing_follows_a_stop_that_beams_have_found(rng) -> None:
    stopping = fitted(bos=True, eos=0)
    sentences = np.unique(np.where(np.cumsum(EVERY == 0, axis=1) > 0, 0, EVERY), axis=0)
    words = np.minimum((sentences != 0).sum(axis=1) + 1, 3)
    likeliest = sentences[(stopping.row_cross_entropies(sentences) * words).argmin()]
    found = dataclasses.replace(stopping, decoding=Decoding(beams=64)).sample(2, rng=rng)
    np.testing.assert_array_equal(found, [likeliest, likeliest])
    assert likeliest[-1] == 0


@pytest.mark.parametrize("taste", [Decoding(0.7), Decoding(1.6), Decoding(top_k=5), Decoding(top_p=0.8), TASTES[-1]])
def test_what_becomes_of_a_tokens_shares_is_what_transformers_makes_of_their_logarithms(taste: Decoding) -> None:
    alone = dataclasses.replace(taste, repetition_penalty=1.0)
    for shares in np.random.default_rng(6).dirichlet(np.full(30, 0.5), 20):
        logits = writing.processors(alone)(None, torch.tensor(np.log(shares))[None])
        np.testing.assert_allclose(alone(shares), logits.softmax(dim=-1)[0].numpy(), atol=1e-6)
