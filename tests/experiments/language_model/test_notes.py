"""What is noted of a generation hangs together: the histogram, the quantiles, what is said after the prompts, words."""

from __future__ import annotations

import dataclasses
from collections import Counter

import numpy as np
import pytest

from collapse_lib.experiments.language_model.fixed_prompts import SPACED
from collapse_lib.experiments.language_model.material import spread
from collapse_lib.experiments.language_model.measures import EDGES, QUANTILES, TextMeasures
from collapse_lib.experiments.language_model.questions import ASKED
from collapse_lib.experiments.language_model.quiz import Quiz, fixed
from collapse_lib.models.language import LanguageModel
from collapse_lib.recursion import Generation

BLOCKS = 40


def generation(noise: float, index: int, material) -> Generation:
    """The base, which has read nothing, with some noise on its weights."""
    found = material.pretrained
    weights = found.weights + np.random.default_rng(index).normal(0, noise, found.weights.shape).astype(np.float32)
    real = material.real[:BLOCKS]
    return Generation(index, LanguageModel(found.config, 64, weights=weights, prompts=real), real, real)


@pytest.fixture(scope="module")
def noted(tiny_material) -> list[dict]:
    """Generation 0, one that differs, and one that says what generation 0 cannot believe."""
    note = TextMeasures(tiny_material, tiny_material.real[:BLOCKS], seed=3, written=BLOCKS)
    return [note(generation(noise, i, tiny_material)) for i, noise in enumerate((0.0, 0.1, 1.0))]


def test_the_quantiles_and_the_histogram_are_of_the_same_blocks(noted):
    for row in noted:
        bins = np.array(row["histogram"]["share"])
        assert row["histogram"]["bin"] == list(range(len(EDGES) - 1))
        assert bins.sum() == pytest.approx(1)
        found = [row[name] for name in QUANTILES]
        assert found == sorted(found)
        middle = min(max(row["median"], EDGES[0]), EDGES[-1])
        assert EDGES[0] <= middle <= EDGES[-1]
        below, above = np.searchsorted(EDGES, [middle * 0.999, middle * 1.001])
        assert bins[: below - 1].sum() <= 0.5 + 1e-9 and bins[above:].sum() <= 0.5 + 1e-9
    assert noted[0]["tail_share"] == pytest.approx(0.01, abs=1 / BLOCKS)


def test_each_prompt_is_continued_whole_and_with_the_same_dice(noted, tiny_material):
    said = noted[0]["continuations"]
    assert said["prompt"] == list(SPACED)
    assert all(text.startswith(prompt) for text, prompt in zip(said["text"], SPACED, strict=True))
    again = TextMeasures(tiny_material, tiny_material.real[:BLOCKS], seed=3, written=BLOCKS)
    assert again(generation(0.0, 5, tiny_material))["continuations"] == noted[0]["continuations"]


def test_the_first_and_the_last_word_of_a_block_may_be_cut_and_do_not_count(tiny_material):
    text = tiny_material.pretrained.decode(tiny_material.real[:2])
    assert tiny_material.words(tiny_material.real[:2]) == [word for one in text for word in one.split()[1:-1]]


def test_equal_material_has_one_digest_and_other_text_another(tiny_material):
    assert dataclasses.replace(tiny_material).digest == tiny_material.digest
    assert dataclasses.replace(tiny_material, test=tiny_material.test[::-1]).digest != tiny_material.digest


def test_words_that_stand_often_enough_are_told_by_name_with_their_counts(noted, tiny_material):
    counts = Counter(tiny_material.words(tiny_material.real[:BLOCKS]))
    for row in noted:
        said = row["said"]
        assert dict(zip(said["word"], said["times"], strict=True)) == {w: n for w, n in counts.items() if n >= 3}
        assert sum(said["said"]) <= row["types"] / row["distinct-1"] + 1e-9
    assert sum(noted[2]["said"]["said"]) < sum(noted[0]["said"]["said"])


def test_a_model_is_less_surprised_by_its_own_text_than_generation_0_is(noted):
    assert noted[0]["own"] == pytest.approx(noted[0]["generated"])
    assert noted[1]["own"] < noted[1]["generated"]


def test_every_generation_is_asked_the_quiz_if_there_is_one(noted, tiny_material):
    assert "quiz" not in noted[0]
    quiz = Quiz(fixed(tiny_material.pretrained))
    note = TextMeasures(tiny_material, tiny_material.real[:BLOCKS], seed=3, written=BLOCKS, quiz=quiz)
    assert note(generation(0.0, 0, tiny_material))["quiz"]["kind"] == [*ASKED]


def test_rows_are_spread_over_the_whole_text():
    np.testing.assert_array_equal(spread(np.arange(11), 3), [0, 5, 10])
    np.testing.assert_array_equal(spread(np.arange(3), 9), [0, 1, 2])
