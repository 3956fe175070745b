"""The toy language is a truth: its probabilities, entropy and word shares are exact."""

from itertools import product

import numpy as np
import pytest

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.data.toy_language.language import Language
from collapse_lib.data.toy_language.templates import templates

GRAMMAR = {"SENTENCE": {"the WHO VERB": 2, "WHEN the WHO VERB": 1, "VERB": 1}, "WHEN": {"today": 1, "on DAY": 3}}
DOMAINS = {"sea": {"WHO": "gull seal", "VERB": "swims"}, "land": {"WHO": "hen cow", "VERB": "walks"}}
SHARED = {"DAY": "Monday Sunday Friday"}
TOY = Language(GRAMMAR, DOMAINS, SHARED)


def every_row(language: Language) -> np.ndarray:
    return np.array(list(product(range(len(language.vocabulary)), repeat=language.length)))


def test_a_small_language_adds_up_to_one_over_every_row_there_is():
    language = Language({"SENTENCE": {"the WHO": 1, "WHO": 2, "DAY WHO": 1}}, DOMAINS, SHARED)
    p = np.exp(language.log_probability(every_row(language)))
    assert p.sum() == pytest.approx(1.0)
    assert -(p[p > 0] @ np.log(p[p > 0])) == pytest.approx(language.entropy)


def test_the_share_of_a_word_is_its_mean_count_over_every_row_there_is():
    language = Language({"SENTENCE": {"the WHO": 1, "WHO": 2, "DAY WHO": 1}}, DOMAINS, SHARED)
    rows = every_row(language)
    p = np.exp(language.log_probability(rows))
    counts = np.array([p @ (rows == word).sum(axis=1) for word in range(1, len(language.vocabulary))])
    np.testing.assert_allclose(language.word_probabilities[1:], counts / (1 + counts.sum()))


def test_a_sentence_has_the_product_of_its_choices():
    # Template: 1 of 4, then "on DAY" 3 of 4. Domain "land": 1 of 3 by Zipf's law. "Sunday": 3 of 11; "hen": 2 of 3.
    row = TOY.encode("On Sunday the hen walks.")
    expected = np.log(1 / 4 * 3 / 4) + np.log(1 / 3) + np.log(3 / 11) + np.log(2 / 3)
    assert TOY.log_probability(row[None])[0] == pytest.approx(expected)


def test_two_derivations_of_one_template_add_up():
    assert templates({"SENTENCE": {"A": 1, "it rains": 1}, "A": {"it rains": 1, "it snows": 1}}) == {
        ("it", "rains"): 0.75,
        ("it", "snows"): 0.25,
    }


@pytest.mark.parametrize("sentence", ["The hen swims.", "The walks hen.", "Today today the hen walks.", "."])
def test_what_the_grammar_cannot_say_has_probability_zero(sentence):
    assert TOY.log_probability(TOY.encode(sentence)[None])[0] == -np.inf


def test_words_after_the_full_stop_are_no_sentence():
    row = TOY.encode("The hen walks.")
    row[-1] = row[0]
    assert TOY.log_probability(row[None])[0] == -np.inf


def test_the_mean_surprise_of_samples_is_the_entropy():
    size = 20_000
    surprise = -LANGUAGE.log_probability(LANGUAGE.sample(size, rng=np.random.default_rng(1)))
    assert abs(surprise.mean() - LANGUAGE.entropy) < 4 * surprise.std() / np.sqrt(size)


def test_words_come_as_often_as_they_should():
    size = 50_000
    ids = LANGUAGE.sample(size, rng=np.random.default_rng(2))
    words = np.arange(1, len(LANGUAGE.vocabulary))
    counts = np.bincount(ids.ravel(), minlength=len(words) + 1)[words]
    expected = size * LANGUAGE.words.expected.to_numpy()[words]
    # A word stands at most three times in a sentence, so three times its mean count bounds the variance.
    assert (np.abs(counts - expected) < 5 * np.sqrt(3 * expected)).all()


def test_the_language_has_several_hundred_words_and_many_of_them_are_rare():
    assert len(LANGUAGE.vocabulary) > 600
    assert (LANGUAGE.words.expected < 1 / 1000).sum() > 100
    assert LANGUAGE.word_probabilities.sum() == pytest.approx(1.0)


def test_ids_run_from_frequent_to_rare_after_the_full_stop():
    assert LANGUAGE.vocabulary.words[0] == "."
    assert (np.diff(LANGUAGE.words.expected[1:]) <= 0).all()


def test_every_sentence_speaks_of_one_domain():
    assert (LANGUAGE.domain(LANGUAGE.sample(1000, rng=np.random.default_rng(3))) >= 0).all()
    across = LANGUAGE.encode("The keeper feeds the bittern.")
    assert LANGUAGE.domain(across[None])[0] == -1


def test_sentences_survive_the_way_to_words_and_back():
    ids = LANGUAGE.sample(500, rng=np.random.default_rng(4))
    np.testing.assert_array_equal([LANGUAGE.encode(LANGUAGE.decode(row)) for row in ids], ids)


def test_a_row_cut_short_is_decoded_without_a_full_stop():
    assert LANGUAGE.decode(LANGUAGE.encode("In January the keeper")[:4]) == "In January the keeper"


def test_rare_things_have_names():
    assert [LANGUAGE.name(word) for word in ("bittern", "orrery", "squelches")] == [
        "a bittern",
        "an orrery",
        "squelches",
    ]


def test_the_same_generator_writes_the_same_sentences():
    first, second = (LANGUAGE.sample(50, rng=np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_no_sentences_are_an_empty_array():
    none = LANGUAGE.sample(0, rng=np.random.default_rng(6))
    assert none.shape == (0, LANGUAGE.length)
    assert LANGUAGE.log_probability(none).shape == (0,)


def test_bad_ids_are_refused():
    with pytest.raises(ValueError, match="token ids must lie between 0 and"):
        LANGUAGE.log_probability(np.full((1, LANGUAGE.length), len(LANGUAGE.vocabulary)))
    with pytest.raises(ValueError, match=r"a row must hold \d+ token ids, got shape \(1, 3\)"):
        LANGUAGE.log_probability(np.zeros((1, 3), dtype=int))
    with pytest.raises(TypeError, match="token ids must be integers"):
        LANGUAGE.log_probability(np.zeros((1, LANGUAGE.length)))
    with pytest.raises(ValueError, match="a size must not be negative"):
        LANGUAGE.sample(-1, rng=np.random.default_rng(7))


def test_words_that_it_does_not_have_are_refused():
    with pytest.raises(ValueError, match="got 'submarine'"):
        LANGUAGE.encode("The keeper mends the submarine.")
    with pytest.raises(ValueError, match="a sentence must have fewer than"):
        LANGUAGE.encode("the " * LANGUAGE.length)


def test_a_language_with_two_readings_is_refused():
    with pytest.raises(ValueError, match=r"stand in one list only, got \['hen'\]"):
        Language(GRAMMAR, DOMAINS, {"DAY": "Monday hen"}).entropy  # noqa: B018
    with pytest.raises(ValueError, match="every template must name a list that domains do not share, got 'on DAY'"):
        Language({"SENTENCE": {"the WHO": 1, "on DAY": 1}}, DOMAINS, SHARED)
    with pytest.raises(ValueError, match="all domains must have the same lists"):
        Language(GRAMMAR, DOMAINS | {"air": {"WHO": "lark"}}, SHARED)
