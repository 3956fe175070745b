"""The domains of `data.toy_language.language`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_IDS, NO_RNGS, NO_TEXTS, RNGS, SIZES
from values import not_whole

from collapse_lib.data.toy_language import DOMAINS, GRAMMAR, LANGUAGE, SHARED, language

ITSELF = st.just(LANGUAGE)
WORDS = st.sampled_from(LANGUAGE.vocabulary.words)
SENTENCES = st.builds(lambda size, rng: LANGUAGE.sample(size, rng=rng), st.integers(1, 5), RNGS)
ROWS = SENTENCES | st.builds(
    lambda size, rng: rng.integers(0, len(LANGUAGE.vocabulary), (size, LANGUAGE.length)), SIZES, RNGS
)
NO_ROWS = NO_IDS | st.sampled_from(
    [[[0]], np.zeros((2, LANGUAGE.length)), [[len(LANGUAGE.vocabulary)] * LANGUAGE.length]]
)
NO_MAPPINGS = [None, {}, 3, "grammar", [("SENTENCE", {"a": 1})]]
NO_GRAMMARS = [
    *NO_MAPPINGS,
    *({"SENTENCE": lines} for lines in (None, {}, {"PERSON": 0}, {"PERSON": -1}, {"PERSON": "1"}, {"PERSON": np.nan})),
    *({"SENTENCE": {"SENTENCE": 1}}, {"SENTENCE": {"A": 1}, "A": {"SENTENCE": 1}}, {"SENTENCE": {"gull": 1}}),
]


def sentences_of_the_language(found, self, size, rng):
    assert found.shape == (size, self.length) and np.isfinite(self.log_probability(found)).all()
    assert (self.domain(found) >= 0).all()


def a_sentence_has_one_domain(found, self, ids):
    assert found.shape == (len(ids),) and (found <= 0).all()
    assert (self.domain(ids)[np.isfinite(found)] >= 0).all()


def of_its_domains(found, self, ids):
    assert found.shape == (len(ids),) and ((found >= -1) & (found < len(self.domains))).all()


def itself_with_its_article(found, self, word):
    assert found.split()[-1] == word and len(found.split()) <= 2


def back_and_forth(found, self, row):
    np.testing.assert_array_equal(self.encode(found), row)


def positive(found, self):
    assert found > 0


def shares_of_1(found, self):
    assert found.sum() == pytest.approx(1) and (found > 0).all()


def asked(name):
    """Return a function that asks the language for a property."""
    return lambda self: getattr(self, name)


ROOM = language
TABLE = {
    "Language": Border(
        language.Language,
        st.just({"grammar": GRAMMAR, "domains": DOMAINS, "shared": SHARED}),
        lambda found, **_: shares_of_1(found.word_probabilities, found),
        {
            "grammar": st.sampled_from(NO_GRAMMARS),
            "domains": st.sampled_from([*NO_MAPPINGS, {"a": None}, {"a": {"B": "b"}, "b": {"C": "c"}}]),
            "shared": st.sampled_from(NO_MAPPINGS),
        },
    ),
    "Language.sample": Border(
        on("sample"),
        arguments(self=ITSELF, size=SIZES, rng=RNGS),
        sentences_of_the_language,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "Language.log_probability": Border(
        on("log_probability"), arguments(self=ITSELF, ids=ROWS), a_sentence_has_one_domain, {"ids": NO_ROWS}
    ),
    "Language.domain": Border(on("domain"), arguments(self=ITSELF, ids=ROWS), of_its_domains, {"ids": NO_ROWS}),
    "Language.name": Border(
        on("name"), arguments(self=ITSELF, word=WORDS), itself_with_its_article,
        {"word": NO_TEXTS | st.sampled_from(["", " ", "gulls and", "Xylophone"])},
    ),
    "Language.encode": Border(
        on("encode"),
        SENTENCES.map(lambda rows: {"self": LANGUAGE, "sentence": LANGUAGE.decode(rows[0])}),
        lambda found, self, sentence: back_and_forth(sentence, self, found),
        {"sentence": NO_TEXTS | st.sampled_from(["", "gull xylophone", "the " * 50])},
    ),
    "Language.decode": Border(
        on("decode"),
        SENTENCES.map(lambda rows: {"self": LANGUAGE, "row": rows[0]}),
        back_and_forth,
        {"row": NO_IDS | st.just([len(LANGUAGE.vocabulary)])},
    ),
    **{f"Language.{name}": Border(asked(name), arguments(self=ITSELF), positive)
       for name in ("length", "mean_length", "entropy_per_word")},
    "Language.word_probabilities": Border(asked("word_probabilities"), arguments(self=ITSELF), shares_of_1),
}  # fmt: skip
