"""What the charts of the toy language are given is what is recorded."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.toy_language_model import tables
from collapse_lib.experiments.toy_language_model.measures import ANYTHING, PROMPTED


@pytest.fixture(scope="module")
def run() -> dict[str, pd.DataFrame]:
    return recorded.tables("opt-embedded")


def test_words_stand_from_frequent_to_rare_with_the_runs_that_say_them(run):
    words = tables.words(run["words"], "T = 0.9")
    assert words.word.to_list() == list(LANGUAGE.vocabulary.words[1:])
    assert words.expected.is_monotonic_decreasing
    counts = np.array(words["replace"].to_list())
    rows = run["measures"].query("policy == 'replace' and decoding == 'T = 0.9'")
    np.testing.assert_array_equal(counts.sum(axis=0), rows.groupby("generation").types.sum())
    assert tables.silent("replace", "T = 0.9", 9) == (counts[:, 9] == 0).sum()


def test_sentences_to_read_are_those_of_the_table(run):
    read = tables.sentences(run, "T = 0.9")
    chosen = read[(read.policy == "replace") & (read.generation == 4) & (read.beginning == ANYTHING)]
    one = "policy == 'replace' and decoding == 'T = 0.9' and generation == 4 and replicate == 0"
    rows, noted = run["sentences"].query(f"{one} and beginning == 'anything'"), run["measures"].query(one)
    assert chosen.narrow.str.replace("\n", " ").str.removeprefix("*").to_list() == rows.sentence.to_list()
    assert chosen.allowed.to_list() == rows.grammatical.to_list() == (~chosen.wide.str.startswith("*")).to_list()
    assert {*chosen.different} == {*noted.different} and {*chosen.grammatical} == {*noted.grammatical}
    assert read.narrow.str.split("\n").explode().str.len().max() <= tables.LINE
    prompted = read[read.beginning == PROMPTED]
    assert prompted.wide.str.removeprefix("*").str.startswith("In the fog").all()


def test_the_middle_run_is_the_median(run):
    rows = run["measures"].query("policy == 'replace' and decoding == 'T = 1' and generation == 3")
    assert tables.at("real", "replace", "T = 1", [3]) == pytest.approx([rows.real.median()])
