"""The domains of `experiments.toy_language_model`."""

from __future__ import annotations

import numpy as np
from borders_of_toy_tables import BORDERS as OF_TABLES
from domains import Border, arguments
from domains_of_toy_language import NO_ROWS, ROWS
from hypothesis import strategies as st
from things import NO_ID_ROWS, NO_RNGS

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.toy_language_model import measures, runs
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.language import LanguageModel, opt
from collapse_lib.recursion import Generation

NO_COUNTS = st.sampled_from([-1, 0, 2.5, None, "3", True, [1]])
NO_GENERATIONS = st.sampled_from([None, 3, "generation", [], Generation(0, Gaussian(), None, None)])
UNFITTED = LanguageModel(opt(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0), LANGUAGE.length)


def a_full_stop_each(found, text):
    assert len(text) <= found <= np.size(text) + len(text)


def what_the_language_allows(found, text):
    np.testing.assert_array_equal(found, np.isfinite(LANGUAGE.log_probability(text)))


def infinite_for_no_sentence(found, text):
    assert found >= 1 and (found == np.inf) == (not len(text) or not measures.grammatical(text).all())


def so_many_words(found, sentences, rng):
    assert found.real.shape == (2_000, LANGUAGE.length) and 0 < found.floor < 3 * LANGUAGE.entropy_per_word


ROOM = toy_language_model
UNTRIED = {
    "record": "it takes nothing, and an hour",
    "base": "it trains a network",
    "made_with": "what recording asks of a trained base",
    "SentenceMeasures.__call__": "it needs a network: tests/experiments/toy_language_model",
}
TABLE = {
    **OF_TABLES,
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
            "policies": st.sampled_from([None, [], 3, "replace", ["150% kept"], ["kept"], [None]]),
            "start": st.sampled_from([None, 3, Gaussian(), "opt"]),
            "sentences": NO_COUNTS,
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
        },
    ),
    "digest": Border(runs.digest, st.just({}), lambda found: np.testing.assert_equal(found, runs.digest())),
}
