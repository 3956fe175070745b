"""A quiz: who believes the right answers has all of them right, and no question can be told by its form."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from collapse_lib.experiments.language_model.bands import GROUPS, band_of
from collapse_lib.experiments.language_model.questions import ASKED
from collapse_lib.experiments.language_model.quiz import CONTEXT, OTHERS, Question, Quiz, cloze, fixed

PIECES = [f" {letter}" for letter in "abcdefgh"] + [" A", " B", " C", " D", " E", "x", "y", ",", " 1", " 2", " 3", " 4"]
SIZE = len(PIECES)


class Believer:
    """Believes in each token by a number of its own, in nats of surprise, wherever it stands."""

    def __init__(self, nats: np.ndarray) -> None:
        self.nats = nats

    def surprises(self, rows: np.ndarray) -> np.ndarray:
        found = self.nats[rows]
        found[:, 0] = 0  # the first is not predicted
        return found


def question(kind: str, right: list[int], *wrong: list[int]) -> Question:
    return Question(kind, np.array([0, 1]), [np.array(ids) for ids in (right, *wrong)])


@pytest.fixture
def rows(rng) -> np.ndarray:
    """Blocks in which some tokens are rarer than others."""
    shares = 1 / np.arange(1, SIZE + 1)
    return rng.choice(SIZE, (60, 48), p=shares / shares.sum())


def test_who_is_least_surprised_by_the_right_answers_has_all_right_and_who_is_most_none():
    quiz = Quiz([question("facts", [2], [3], [4]), question("words", [2, 5], [3, 5])])
    nats = np.full(SIZE, 2.0)
    nats[2] = 1.0
    found = quiz(Believer(nats))
    assert found == {"kind": ["facts", "words"], "questions": [1, 1], "right": [1.0, 1.0], "nats": [1.0, 3.0]}
    nats[2] = 3.0
    assert quiz(Believer(nats))["right"] == [0, 0]
    assert quiz(Believer(np.ones(SIZE)))["right"] == [0, 0]  # to believe in all alike is to know nothing


def test_a_surprise_is_that_of_the_answer_and_not_of_what_stands_before():
    nats = np.arange(SIZE, dtype=float)
    before = Question("words", np.array([7, 7, 7]), [np.array([1, 2]), np.array([3])])
    assert Quiz([before])(Believer(nats))["nats"] == [3.0]


def test_the_right_answer_is_the_word_that_stands_there_and_the_others_are_of_its_kind(rows, rng):
    found = cloze(rows, PIECES, each=5, rng=rng)
    assert found and max(Counter(one.kind for one in found).values()) <= 5
    texts = ["".join(PIECES[token] for token in row) for row in rows]
    times = Counter(word for text in texts for word in text.replace(",", " ").split())  # the cut ones count here too
    for one in found:
        right, *wrong = ["".join(PIECES[token] for token in answer) for answer in one.answers]
        asked = "".join(PIECES[token] for token in one.before) + right
        assert len(one.before) == CONTEXT and any(asked in text for text in texts)
        assert len({right, *wrong}) == 1 + OTHERS and one.kind in GROUPS.values()
        assert {len(answer) for answer in one.answers} == {len(one.answers[0])}
        for form in (str.isupper, str.isdigit):
            assert {form(word[1]) for word in wrong} == {form(right[1])}
        assert times[right.strip()] >= [*GROUPS][[*GROUPS.values()].index(one.kind)]


def test_the_same_dice_ask_the_same_questions(rows):
    once, again = (cloze(rows, PIECES, each=3, rng=np.random.default_rng(1)) for _ in range(2))
    assert [one.answers[0].tolist() for one in once] == [one.answers[0].tolist() for one in again]


def test_a_text_without_words_is_asked_nothing(rng):
    assert cloze(np.full((4, 48), PIECES.index("x")), PIECES, each=3, rng=rng) == []


def test_the_fixed_questions_are_asked_of_every_tokeniser_word_for_word(tiny_material):
    found = fixed(tiny_material.pretrained)
    assert Counter(one.kind for one in found) == {kind: len(asked) for kind, asked in ASKED.items()}
    one = found[0]
    (said,) = tiny_material.pretrained.decode(np.hstack([one.before, one.answers[0]])[None])
    assert said == "The capital of France is Paris"


@pytest.mark.parametrize("kind", ASKED)
def test_a_fixed_question_has_one_right_answer_and_no_word_twice(kind):
    for before, answers in ASKED[kind]:
        assert len(set(answers)) == len(answers) == (2 if kind == "grammar" else 1 + OTHERS), before


def test_bands_begin_where_their_names_say():
    assert [band_of(times) for times in (1, 2, 3, 5, 6, 20, 21, 1000)] == [
        "1", "2", "3 to 5", "3 to 5", "6 to 20", "6 to 20", "over 20", "over 20",
    ]  # fmt: skip
