"""Words become ids and come back; a text is cut into blocks."""

import numpy as np
import pytest
from guises import GUISES
from refusals import NO_NUMBERS, refused

from collapse_lib.data.text import Vocabulary, blocks


def test_the_most_frequent_word_has_id_0_and_ties_stand_in_order():
    assert Vocabulary.by_count("cbabcb").words == ("b", "c", "a")
    assert Vocabulary.by_count("ba").words == ("a", "b")


def test_words_come_back_from_their_ids():
    vocabulary = Vocabulary.by_count(["the", "hen", "sees", "the", "gull"])
    assert vocabulary.decode(vocabulary.encode(["gull", "the"])) == ["gull", "the"]
    assert "hen" in vocabulary
    assert "fox" not in vocabulary


def test_words_and_ids_outside_the_vocabulary_are_refused():
    vocabulary = Vocabulary(("a", "b"))
    with pytest.raises(ValueError, match="words must stand in the vocabulary of 2, got 'fox'"):
        vocabulary.encode(["a", "fox", "hen"])
    for ids in ([2], [-1]):
        with pytest.raises(ValueError, match="token ids must lie between 0 and 1"):
            vocabulary.decode(np.array(ids))
    with pytest.raises(TypeError, match="token ids must be integers"):
        vocabulary.decode(np.array([0.5]))


def test_blocks_keep_the_order_and_drop_what_fills_no_block():
    np.testing.assert_array_equal(blocks(np.arange(8), 3), [[0, 1, 2], [3, 4, 5]])


@pytest.mark.parametrize("length", [0, -1, 9])
def test_a_block_must_fit_the_text(length):
    with pytest.raises(
        ValueError, match=rf"a block must hold at least 1 token and at most the text, got {length} of 8"
    ):
        blocks(np.arange(8), length)


# In every guise, or refused


@pytest.mark.parametrize("guise", GUISES)
def test_ids_are_read_in_every_guise(guise):
    ids = np.array([0, 1, 1, 0, 1, 0])
    assert Vocabulary(("a", "b")).decode(GUISES[guise](ids)) == list("abbaba")
    np.testing.assert_array_equal(blocks(GUISES[guise](ids), 2), [[0, 1], [1, 0], [1, 0]])


def test_no_ids_are_no_words_and_no_words_no_ids():
    assert Vocabulary(("a",)).decode([]) == []
    assert Vocabulary(("a",)).encode([]).shape == (0,)
    assert len(Vocabulary.by_count([])) == 0


@pytest.mark.parametrize("ids", [*NO_NUMBERS, [0.5], [True], [[0]], [0, None], 0], ids=repr)
def test_what_are_no_ids_is_refused(ids):
    refused(Vocabulary(("a", "b")).decode, ids)


@pytest.mark.parametrize("ids", [*NO_NUMBERS, [[0, 1]], 0, []], ids=repr)
def test_what_is_no_text_makes_no_blocks(ids):
    refused(blocks, ids, 1)


@pytest.mark.parametrize("length", [1.5, 2.0, "2", None, True, [2], np.nan], ids=repr)
def test_a_length_is_whole(length):
    refused(blocks, np.arange(8), length)


@pytest.mark.parametrize("words", [None, 3, b"hen", [1, 2], ["hen", None], ["hen", ["gull"]]], ids=repr)
def test_what_are_no_words_is_refused(words):
    for call in (Vocabulary, Vocabulary.by_count, Vocabulary(("hen",)).encode):
        refused(call, words)


def test_a_word_stands_in_a_vocabulary_once():
    assert "words of a vocabulary must differ, got 'hen' twice" in refused(Vocabulary, ("hen", "gull", "hen"))
