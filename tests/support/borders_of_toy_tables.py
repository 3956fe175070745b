"""The borders of `experiments.toy_language_model.tables`, for the table of `experiments.toy_language_model`."""

from __future__ import annotations

from domains import Border
from hypothesis import strategies as st
from things import NO_TABLES, NO_TEXTS

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.toy_language_model import tables

NAMES = NO_TEXTS | st.sampled_from(["", "20% kept", "T = 2"])
MEASURES = recorded.load("opt-embedded")
SAID = recorded.load("opt-embedded", "sentences")
RUN = {"measures": MEASURES, "sentences": SAID}
WORDS = recorded.load("opt-embedded", "words").query("policy == 'replace' and replicate == 0")
NO_RUNS = NO_TABLES | st.just(MEASURES.drop(columns="decoding"))
PLACE = {"policy": "replace", "decoding": "T = 1"}
NO_PLACE = {"policy": NAMES, "decoding": NAMES}


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


BORDERS = {
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
