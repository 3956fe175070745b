"""A sceptic's models: one copies, one makes noise, one says one token for ever. The measures tell them apart."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments.language_model.bands import GROUPS
from collapse_lib.experiments.language_model.measures import TextMeasures
from collapse_lib.models.language import LanguageModel
from collapse_lib.recursion import Generation

SIZE, BLOCKS = 300, 40
VARIETY = ["types", "distinct-1", "distinct-2", "distinct-3", "entropy", "compressed"]
BANDS = list(GROUPS.values())


class Uniform:
    """It believes in every token alike, and makes noise."""

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return rng.integers(SIZE, size=(size, 64))

    def continued(self, prompts: np.ndarray, *, rng: np.random.Generator, tokens: int) -> np.ndarray:
        return self.sample(len(prompts), rng=rng)[:, :tokens]

    def row_cross_entropies(self, rows: np.ndarray) -> np.ndarray:
        return np.full(len(rows), np.log(SIZE))

    def cross_entropy(self, rows: np.ndarray) -> float:
        return float(np.log(SIZE))


class Copier(Uniform):
    """It says what it has read, word for word."""

    def __init__(self, read: np.ndarray) -> None:
        self.read = read

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return rng.permutation(self.read)[:size]


class Parrot(Uniform):
    """It says one token for ever."""

    def __init__(self, token: int) -> None:
        self.token = token

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return np.full((size, 64), self.token)


def alive(row: dict) -> list[float]:
    """The share of the real words that is still said, of each band."""
    assert row["survival"]["band"] == BANDS
    return row["survival"]["alive"]


@pytest.fixture(scope="module")
def real(tiny_material) -> np.ndarray:
    return tiny_material.real[:BLOCKS]


@pytest.fixture(scope="module")
def first(tiny_material) -> LanguageModel:
    """A generation 0 that has read much more than the real blocks, so that it writes like them."""
    found = tiny_material.pretrained
    model = LanguageModel(found.config, 64, epochs=6, learning_rate=0.01, batch=8, weights=found.weights)
    return model.fit(tiny_material.real, rng=np.random.default_rng(1))


@pytest.fixture(scope="module")
def noted(tiny_material, real, first) -> dict[str, dict]:
    """What is noted of generation 0, and of each sceptic's model in the place of generation 1."""
    pretrained = tiny_material.pretrained
    often = pretrained.encode(" the")
    models = {
        "copier": Copier(real),
        "noise": Uniform(),
        "parrot": Parrot(int(often[0])),
        "letter": Parrot(int(pretrained.encode("e")[0])),
    }
    note = TextMeasures(tiny_material, real, seed=3, written=BLOCKS)
    rows = {"first": note(Generation(0, first, real, real))}
    return rows | {name: note(Generation(1, model, real, real)) for name, model in models.items()}


def test_noise_surprises_generation_0_and_is_full_of_words_that_nobody_knows(noted):
    noise, first = noted["noise"], noted["first"]
    assert noise["generated"] > 3 * first["generated"]
    assert noise["tail_share"] == 1
    assert noise["unknown"] > first["unknown"] + 0.1
    assert noise["entropy"] > first["entropy"] and noise["distinct-1"] > first["distinct-1"]
    assert noise["compressed"] > first["compressed"]
    assert noise["real"] == pytest.approx(SIZE)


def test_one_token_for_ever_has_no_variety_and_hardly_a_word_survives(noted):
    parrot, first = noted["parrot"], noted["first"]
    assert parrot["types"] == 1 and parrot["entropy"] == 0
    for name in VARIETY:
        assert parrot[name] < first[name] / 10
    assert sum(alive(parrot)[:-1]) == 0
    assert BANDS[-1] == "over 20" and alive(parrot)[-1] <= 1 / 3  # "the", one of the three such words
    assert parrot["unknown"] == 0


def test_a_copier_keeps_every_word_and_knows_no_new_one(noted):
    copier, first = noted["copier"], noted["first"]
    assert alive(copier) == [1] * len(BANDS) and max(alive(first)) <= 1
    assert copier["unknown"] == 0 < first["unknown"]
    assert copier["types"] > first["types"] * 0.5
    # Only real text tells a copier from a good model: by what it writes it looks like one, and it reads badly.
    assert copier["real"] > first["real"] and copier["tail_share"] < 0.2
    assert copier["generated"] < noted["noise"]["generated"] / 3


def test_a_text_that_compresses_to_nothing_is_far_below_one_that_copies(noted):
    assert noted["parrot"]["compressed"] < 0.05 < 0.2 < noted["copier"]["compressed"] < noted["noise"]["compressed"]


def test_a_model_that_writes_no_whole_word_is_noted_and_no_error(noted):
    letter = noted["letter"]
    assert letter["types"] == 0 and np.isnan(letter["distinct-1"])
    assert alive(letter) == [0] * len(BANDS)


def test_what_is_repeated_surprises_a_reader_who_has_learned_to_repeat_less(tiny_material, real):
    found = tiny_material.pretrained
    rows = Parrot(int(found.encode(" the")[0])).sample(BLOCKS, rng=np.random.default_rng(0))
    model = LanguageModel(found.config, 64, epochs=3, learning_rate=0.01, batch=8, weights=found.weights)
    reader = model.fit(np.concatenate([real, rows]), rng=np.random.default_rng(1))
    note = TextMeasures(tiny_material, real, seed=3, written=BLOCKS, first=reader)
    parrot, copier = (note(Generation(1, other, real, real)) for other in (Parrot(int(rows[0, 0])), Copier(real)))
    assert parrot["generated"] < copier["generated"] / 5
