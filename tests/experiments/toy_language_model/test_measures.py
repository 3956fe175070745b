"""What is noted of a generation, on models whose answers are known."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.toy_language_model.measures import ANYTHING, EDGES, SHOWN, SentenceMeasures
from collapse_lib.recursion import Generation


class Truth:
    """The language itself as a model: it believes exactly what is so."""

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return LANGUAGE.sample(size, rng=rng)

    def continued(self, prompts: np.ndarray, *, rng: np.random.Generator, tokens: int) -> np.ndarray:
        return self.sample(len(prompts), rng=rng)[:, :tokens]

    def words(self, rows: np.ndarray) -> np.ndarray:
        return (rows != 0).sum(axis=1) + 1

    def row_cross_entropies(self, rows: np.ndarray) -> np.ndarray:
        return -LANGUAGE.log_probability(rows) / self.words(rows)

    def cross_entropy(self, rows: np.ndarray) -> float:
        return float(-LANGUAGE.log_probability(rows).sum() / self.words(rows).sum())


class Parrot(Truth):
    """It says one sentence for ever."""

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return np.repeat(LANGUAGE.encode("The fisherman carries the boat.")[None], size, axis=0)


class Jumble(Truth):
    """It says all words with one chance, whatever stands before."""

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return rng.integers(1, len(LANGUAGE.vocabulary), (size, LANGUAGE.length))

    def row_cross_entropies(self, rows: np.ndarray) -> np.ndarray:
        return np.full(len(rows), self.cross_entropy(rows))

    def cross_entropy(self, rows: np.ndarray) -> float:
        return float(np.log(len(LANGUAGE.vocabulary)))


def notes(first: Truth, then: Truth) -> dict:
    reading = SentenceMeasures(1_000, rng=np.random.default_rng(8))
    reading(Generation(0, first, np.empty(0), np.empty(0)))
    return reading(Generation(1, then, np.empty(0), np.empty(0)))


def test_the_truth_reads_and_writes_at_the_languages_own_entropy():
    noted = notes(Truth(), Truth())
    floor = np.exp(LANGUAGE.entropy_per_word)
    assert noted["real"] == pytest.approx(floor, rel=0.03)
    assert noted["generated"] == pytest.approx(floor, rel=0.03)
    assert noted["perplexity_under_truth"] == pytest.approx(floor, rel=0.03)
    assert noted["kl"] == pytest.approx(0, abs=1e-9)
    assert noted["grammatical"] == 1
    assert noted["tail_share"] == pytest.approx(0.01, abs=0.013)  # 4 standard errors of 10 sentences among 1,000


def test_one_sentence_for_ever_surprises_the_first_model_less_and_holds_few_words():
    noted, truth = notes(Truth(), Parrot()), notes(Truth(), Truth())
    assert noted["generated"] < truth["generated"]
    assert noted["perplexity_under_truth"] < truth["perplexity_under_truth"]
    assert noted["grammatical"] == 1
    assert noted["different"] == 1 / 1_000
    assert noted["types"] == 4
    assert dict(zip(*noted["survival"].values(), strict=True))["under 5"] == 0
    assert noted["words"]["said"].sum() == 4


def test_a_jumble_holds_every_word_and_no_sentence():
    noted = notes(Jumble(), Jumble())
    assert noted["grammatical"] == 0
    assert noted["perplexity_under_truth"] == np.inf
    assert noted["kl"] == pytest.approx(np.log(len(LANGUAGE.vocabulary)) - LANGUAGE.entropy_per_word, abs=0.02)
    assert noted["types"] == len(LANGUAGE.vocabulary) - 1
    assert noted["words"]["said"].all()
    assert not noted["sentences"]["grammatical"].any()
    assert (noted["sentences"]["beginning"] == ANYTHING).sum() == SHOWN


def test_real_text_is_read_by_the_new_model_and_new_text_by_the_first():
    noted = notes(Truth(), Jumble())
    assert noted["real"] == pytest.approx(len(LANGUAGE.vocabulary))
    assert noted["generated"] == noted["median"] == np.inf
    noted = notes(Jumble(), Truth())
    assert noted["real"] == pytest.approx(np.exp(LANGUAGE.entropy_per_word), rel=0.03)
    assert noted["generated"] == pytest.approx(len(LANGUAGE.vocabulary))
    assert noted["median"] == pytest.approx(len(LANGUAGE.vocabulary))


def test_the_histogram_holds_every_sentence_once():
    noted = notes(Truth(), Parrot())
    shares = noted["histogram"]["share"]
    assert list(noted["histogram"]["bin"]) == list(range(len(EDGES) - 1))
    assert shares.sum() == pytest.approx(1)
    assert EDGES[shares.argmax()] <= noted["median"] < EDGES[shares.argmax() + 1]
