"""The domains of `experiments.toy_language_model`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from domains_of_toy_language import NO_ROWS, ROWS
from hypothesis import strategies as st
from things import NO_ID_ROWS, NO_RNGS, NO_TABLES, NO_TEXTS

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.toy_language_model import measures, runs, tables
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.language import LanguageModel, opt
from collapse_lib.recursion import Generation

NO_COUNTS = st.sampled_from([-1, 0, 2.5, None, "3", True, [1]])
NAMES = NO_TEXTS | st.sampled_from(["", "20% kept", "T = 2"])
NO_GENERATIONS = st.sampled_from([None, 3, "generation", [], Generation(0, Gaussian(), None, None)])
MEASURES = recorded.load("opt-embedded")
SAID = recorded.load("opt-embedded", "sentences")
RUN = {"measures": MEASURES, "sentences": SAID}
UNFITTED = LanguageModel(opt(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0), LANGUAGE.length)
WORDS = recorded.load("opt-embedded", "words").query("policy == 'replace' and replicate == 0")
NO_RUNS = NO_TABLES | st.just(MEASURES.drop(columns="decoding"))
PLACE = {"policy": "replace", "decoding": "T = 1"}
NO_PLACE = {"policy": NAMES, "decoding": NAMES}


def a_full_stop_each(found, text):
    assert len(text) <= found <= np.size(text) + len(text)


def what_the_language_allows(found, text):
    np.testing.assert_array_equal(found, np.isfinite(LANGUAGE.log_probability(text)))


def infinite_for_no_sentence(found, text):
    assert found >= 1 and (found == np.inf) == (not len(text) or not measures.grammatical(text).all())


def so_many_words(found, sentences, rng):
    assert found.real.shape == (2_000, LANGUAGE.length) and 0 < found.floor < 3 * LANGUAGE.entropy_per_word


def the_middle(found, table):
    one = MEASURES.query("policy == 'replace' and decoding == 'T = 1' and generation == 9")["real"]
    assert found.query("policy == 'replace' and decoding == 'T = 1' and generation == 9")["real"].item() == one.median()


def every_word(found, table, decoding):
    assert len(found) == len(LANGUAGE.vocabulary) - 1 and found["expected"].is_monotonic_decreasing
    assert {count for runs in found["replace"] for count in runs} <= {0, 1}


def a_star_for_what_is_none(found, table):
    assert (found.str.startswith("*") == ~table["grammatical"]).all()


def six_of_each(found, run, decoding, replicate):
    assert len(found) == 6 * 2 * 3 * 10 and (found["narrow"].str.split("\n").str[0].str.len() <= tables.LINE).all()


def so_many(found, generations, **_):
    assert found.shape == (len(generations),) and (found >= 1).all()


def some_words(found, **_):
    assert 0 <= found < len(LANGUAGE.vocabulary)


ROOM = toy_language_model
UNTRIED = {
    "record": "it takes nothing, and an hour",
    "base": "it trains a network",
    "SentenceMeasures.__call__": "it needs a network: tests/experiments/toy_language_model",
}
TABLE = {
    "SentenceMeasures": Border(
        measures.SentenceMeasures,
        st.builds(
            lambda sentences: {"sentences": sentences, "rng": np.random.default_rng(sentences)}, st.integers(1, 3)
        ),
        so_many_words,
        {"sentences": NO_COUNTS, "rng": NO_RNGS},
    ),
    "word_count": Border(measures.word_count, arguments(text=ROWS), a_full_stop_each, {"text": NO_ID_ROWS}),
    "grammatical": Border(measures.grammatical, arguments(text=ROWS), what_the_language_allows, {"text": NO_ROWS}),
    "perplexity_under_truth": Border(
        measures.perplexity_under_truth, arguments(text=ROWS), infinite_for_no_sentence, {"text": NO_ROWS}
    ),
    "survey": Border(
        runs.survey,
        st.just({"start": UNFITTED, "temperatures": [1.0], "policies": ["replace"], "sentences": 9, "seed": 0}),
        None,
        {
            "temperatures": st.sampled_from([None, [], 1.0, "1", [0], [None], ["a"], [np.nan]]),
            "policies": st.sampled_from([None, [], 3, "replace", ["20% kept"], [None]]),
            "start": st.sampled_from([None, 3, Gaussian(), "opt"]),
            "sentences": NO_COUNTS,
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
        },
    ),
    "digest": Border(runs.digest, st.just({}), lambda found: np.testing.assert_equal(found, runs.digest())),
    "medians": Border(tables.medians, st.just({"table": MEASURES}), the_middle, {"table": NO_RUNS}),
    "words": Border(
        tables.words,
        st.just({"table": WORDS, "decoding": "T = 1"}),
        every_word,
        {"table": NO_TABLES | st.just(WORDS.drop(columns="said")), "decoding": NAMES},
    ),
    "starred": Border(
        tables.starred,
        st.just({"table": SAID}),
        a_star_for_what_is_none,
        {"table": NO_TABLES | st.just(SAID.drop(columns="grammatical"))},
    ),
    "sentences": Border(
        tables.sentences,
        st.just({"run": RUN, "decoding": "T = 1", "replicate": 0}),
        six_of_each,
        {
            "run": st.sampled_from(
                [None, {}, [], "run", {"measures": MEASURES}, {"measures": None, "sentences": SAID}]
            ),
            "decoding": NAMES,
            "replicate": st.sampled_from([-1, 2.5, None, "3", True, [1], 99]),
        },
    ),
    "at": Border(
        tables.at,
        st.just({**PLACE, "column": "real", "generations": [0, 9]}),
        so_many,
        {
            **NO_PLACE,
            "column": st.sampled_from(["y", None, ""]),
            "generations": st.sampled_from([None, [], 3, "0", [99], [0, -1], [None], ["0"]]),
        },
    ),
    "silent": Border(
        tables.silent,
        st.just({**PLACE, "generation": 9}),
        some_words,
        {
            **dict.fromkeys(("policy", "decoding"), st.sampled_from([None, "20% kept"])),
            "generation": st.sampled_from([None, 99, "3"]),
        },
    ),
}
