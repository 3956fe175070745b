"""Syllables are those that one hears, and the grade is Flesch and Kincaid's."""

from __future__ import annotations

import pytest

from tools.prose.grade import grade, syllables, words

HEARD = {  # by the CMU dictionary
    1: "the made once five falls asked curve smooth gone spread curves",
    2: "copy model table little samples wanted noises crowded being giant science",
    3: "variance average collapses example capitals radio reality probable",
    4: "variety generation machinery statistical",
    5: "approximation probability",
}


@pytest.mark.parametrize(("count", "said"), [(count, word) for count, text in HEARD.items() for word in text.split()])
def test_a_word_has_the_syllables_that_one_hears(count: int, said: str) -> None:
    assert syllables(said) == count


def test_words_joined_by_a_hyphen_are_one_word_with_the_syllables_of_both() -> None:
    assert words("a once-word, 1,125 – times") == ["a", "once-word,", "1,125", "times"]
    assert (syllables("once-word"), syllables("1,125")) == (2, 1)


def test_the_grade_follows_from_the_length_of_sentences_and_of_words() -> None:
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade(["Variance.", "The cat sat."]) == pytest.approx(0.39 * 2 + 11.8 * 6 / 4 - 15.59)
    with pytest.raises(ValueError, match="sentences must hold a word, got none"):
        grade([])
