"""What a taste comes to in the words of the made-up language, as the page says it."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import metrics, theory
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import tastes
from collapse_lib.models.decoding import Decoding


def test_the_shares_are_those_of_the_languages_words_without_the_full_stop():
    text = LANGUAGE.sample(20_000, rng=np.random.default_rng(1))
    counts = np.bincount(text[text > 0], minlength=len(LANGUAGE.vocabulary))[1:]
    assert metrics.total_variation(counts / counts.sum(), tastes.word_shares()) < 0.03


def test_every_taste_has_a_row_for_each_share_and_the_ends_are_those_of_the_law():
    found = tastes.survey().pivot(index="kept", columns="decoding", values="words")
    assert found.shape == (len(tastes.REAL_SHARES), len(tastes.TASTES))
    alone = found.loc[0]
    assert alone["T = 0.9"] == pytest.approx(1)
    assert alone["T = 1.1"] == pytest.approx(len(tastes.word_shares()))
    assert alone["top-p 0.95"] <= theory.most_tokens_of_top_p(0.95)


def test_the_more_is_real_the_closer_to_the_language_but_top_k_has_had_its_cut():
    off = tastes.survey().pivot(index="kept", columns="decoding", values="words").map(np.log) - np.log(
        tastes.real_words()
    )
    for name, steps in off.abs().diff().iloc[1:].items():
        assert np.allclose(steps, 0, atol=1e-9) if name == "top-k 100" else (steps < 0).all(), name


def test_a_taste_is_a_decoding():
    with pytest.raises(TypeError, match="a taste must be a Decoding, got"):
        tastes.words_written(0.9, 0.5)
    with pytest.raises(ValueError, match="kept must be a share"):
        tastes.words_written(Decoding(), 50)
