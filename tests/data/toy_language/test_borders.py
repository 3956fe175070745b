"""Sentences in every guise are read alike; what is none is refused in the library's words."""

from __future__ import annotations

import numpy as np
import pytest
from guises import GUISES
from refusals import NO_GENERATORS, NO_NUMBERS, NO_SIZES, NO_TEXTS, refused

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.data.toy_language.language import Language

SENTENCES = LANGUAGE.sample(4, rng=np.random.default_rng(5))


@pytest.mark.parametrize("guise", GUISES)
def test_sentences_are_read_in_every_guise(guise):
    rows = GUISES[guise](SENTENCES)
    np.testing.assert_array_equal(LANGUAGE.log_probability(rows), LANGUAGE.log_probability(SENTENCES))
    np.testing.assert_array_equal(LANGUAGE.domain(rows), LANGUAGE.domain(SENTENCES))
    assert LANGUAGE.decode(GUISES[guise](SENTENCES[0])) == LANGUAGE.decode(SENTENCES[0])


@pytest.mark.parametrize("rows", [*NO_NUMBERS, SENTENCES[0], SENTENCES[:, 1:], SENTENCES - 1, SENTENCES / 2], ids=repr)
def test_what_are_no_sentences_is_refused(rows):
    for call in (LANGUAGE.log_probability, LANGUAGE.domain):
        refused(call, rows)


@pytest.mark.parametrize("row", [*NO_NUMBERS, SENTENCES, -SENTENCES[0], SENTENCES[0] / 2, 3], ids=repr)
def test_what_is_no_sentence_is_refused(row):
    refused(LANGUAGE.decode, row)


@pytest.mark.parametrize("text", [*NO_TEXTS, ""], ids=repr)
def test_what_is_no_text_is_refused(text):
    refused(LANGUAGE.encode, text)
    refused(LANGUAGE.name, text)


def test_sentences_are_drawn_by_a_generator_as_many_as_are_asked_for(rng):
    for wrong in NO_GENERATORS:
        refused(LANGUAGE.sample, 3, rng=wrong)
    for wrong in NO_SIZES:
        refused(LANGUAGE.sample, wrong, rng=rng)


@pytest.mark.parametrize(
    "grammar",
    [
        *(None, "SENTENCE", {}, {"SENTENCE": "PERSON"}, {"SENTENCE": {}}, {"SENTENCE": {"PERSON": 0}}),
        *({"SENTENCE": {"PERSON": value}} for value in (-1, np.nan, np.inf, "1", None)),
        {"SENTENCE": {"PERSON": 1, "the SENTENCE": 1}},
        {"SENTENCE": {"PERSON WHO": 1}, "WHO": {"and WHOM": 1}, "WHOM": {"WHO": 2, "nobody": 1}},
    ],
    ids=repr,
)
def test_a_grammar_has_positive_weights_and_no_rule_that_comes_back_to_itself(grammar):
    refused(Language, grammar, {"a": {"PERSON": "hen gull"}}, {"SHARED": "one"})


@pytest.mark.parametrize("other", [None, "words", {}, 3])
def test_a_lexicon_is_a_mapping(other):
    grammar, domains = {"SENTENCE": {"PERSON": 1}}, {"a": {"PERSON": "hen gull"}}
    refused(Language, grammar, other, {"SHARED": "one"})
    refused(Language, grammar, domains, other)
