"""The OPT experiment: the recorded run is whole, goes the way the page says, and its tables add up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.toy_language_model import tables
from collapse_lib.experiments.toy_language_model.measures import EDGES, GROUPS, unpacked
from collapse_lib.models.language import LanguageModel
from collapse_lib.models.language import opt as architecture

RUN = ["policy", "temperature", "replicate"]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("opt-embedded")


@pytest.fixture(scope="module")
def small() -> pd.DataFrame:
    """A survey so small that it shows nothing but its form."""
    rng = np.random.default_rng(1)
    model = LanguageModel(architecture(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0, width=16), LANGUAGE.length)
    return toy_language_model.runs.survey(
        model.fit(LANGUAGE.sample(200, rng=rng), rng=rng), last=1, replicates=2, sentences=50, seed=2
    )


def steps(table: pd.DataFrame, column: str, policy: str, temperature: float) -> np.ndarray:
    """The changes from generation to generation, shape (5 runs, 9)."""
    rows = table[(table.policy == policy) & (table.temperature == temperature)]
    return rows.pivot(index="replicate", columns="generation", values=column).diff(axis=1).iloc[:, 1:].to_numpy()


def ends(table: pd.DataFrame, column: str, policy: str, temperature: float) -> pd.Series:
    """What the five runs have come to at generation 9."""
    rows = table[(table.policy == policy) & (table.temperature == temperature) & (table.generation == 9)]
    return rows[column]


# The survey


def test_a_survey_has_a_row_per_setting_replicate_and_generation(small):
    assert len(small) == len(small[[*RUN, "generation"]].drop_duplicates()) == 3 * 2 * 2 * 2
    assert small.columns.to_list() == recorded.load("opt-embedded").columns.to_list()


def test_all_settings_begin_with_the_same_generation_0(small):
    first = small[small.generation == 0]
    assert (first.groupby("replicate").real.nunique() == 1).all()
    assert first.real.nunique() == 2


def test_two_surveys_from_one_seed_are_the_same_survey():
    def once() -> pd.DataFrame:
        rng = np.random.default_rng(3)
        model = LanguageModel(architecture(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0, width=8), LANGUAGE.length)
        learned = model.fit(LANGUAGE.sample(50, rng=rng), rng=rng)
        setting = {"temperatures": [0.9], "policies": ["0% kept"], "last": 1, "replicates": 1, "sentences": 20}
        return toy_language_model.runs.survey(learned, **setting, seed=4)

    pd.testing.assert_frame_equal(once(), once())


# The recorded run


def test_the_recorded_run_is_of_the_language_as_it_is_now():
    made_with = recorded.provenance("opt-embedded")
    assert made_with["digest"] == toy_language_model.runs.digest()
    assert made_with["sentences of a generation"] == toy_language_model.runs.SENTENCES


def test_no_setting_and_no_run_is_left_out(table):
    assert len(table) == len(toy_language_model.runs.POLICIES) * len(toy_language_model.runs.TEMPERATURES) * 5 * 10
    assert set(table.policy) == set(toy_language_model.runs.POLICIES)
    assert set(table.temperature) == set(toy_language_model.runs.TEMPERATURES)
    assert not table.isna().any(axis=None)


def test_what_is_noted_of_a_generation_hangs_together(table):
    bins = table[[f"bin {i}" for i in range(len(EDGES) - 1)]]
    np.testing.assert_allclose(bins.sum(axis=1), 1, atol=1e-6)
    assert [unpacked(line).sum() for line in table.said] == table.types.to_list()
    assert (table.real > np.exp(LANGUAGE.entropy_per_word)).all()
    np.testing.assert_allclose(np.log(table.real) - table.kl, LANGUAGE.entropy_per_word, atol=0.02)


def test_a_star_stands_before_what_the_language_forbids(table):
    for text in set("|".join([*table.sentences, *table.prompted]).split("|")):
        if text.endswith("."):
            row = LANGUAGE.encode(text.removeprefix("*"))
            assert np.isfinite(LANGUAGE.log_probability(row[None])[0]) != text.startswith("*"), text
        else:
            assert text.startswith("*")


def test_with_a_taste_for_the_likely_the_two_surprises_part_in_every_run_and_generation(table):
    assert (steps(table, "real", "0% kept", 0.9) > 0).all()
    assert (steps(table, "generated", "0% kept", 0.9) < 0).all()


def test_without_it_both_rise(table):
    assert (steps(table, "real", "0% kept", 1.0) > 0).all()
    assert (steps(table, "generated", "0% kept", 1.0).sum(axis=1) > 0).all()


def test_with_the_taste_range_goes_and_grammar_stays_and_without_it_the_other_way(table):
    for column, likely, plain in (("different", -1, 0), ("possible", 1, -1)):
        change = steps(table, column, "0% kept", 0.9).sum(axis=1)
        assert (np.sign(change) == likely).all()
        other = steps(table, column, "0% kept", 1.0).sum(axis=1)
        assert (np.abs(other) < 0.02).all() if plain == 0 else (np.sign(other) == plain).all()


@pytest.mark.parametrize("temperature", toy_language_model.runs.TEMPERATURES)
def test_the_more_is_kept_the_less_real_text_surprises_beyond_the_spread_of_the_runs(table, temperature):
    nothing, tenth, everything = (
        ends(table, "real", policy, temperature) for policy in toy_language_model.runs.POLICIES
    )
    assert nothing.min() > tenth.max() > tenth.min() > everything.max()


def test_the_rarer_a_word_the_sooner_it_goes(table):
    last = table[(table.generation == 9) & (table.temperature == 0.9)]
    shares = last[[f"words: {group}" for group in GROUPS.values()]].to_numpy()
    assert (np.diff(shares, axis=1) >= 0).all()


# Its tables


def test_words_stand_from_frequent_to_rare_with_the_runs_that_say_them(table):
    words = tables.words(table, 0.9)
    assert words.word.to_list() == list(LANGUAGE.vocabulary.words[1:])
    assert words.expected.is_monotonic_decreasing
    counts = np.array(words["replace"].to_list())
    rows = table[(table.policy == "0% kept") & (table.temperature == 0.9)]
    np.testing.assert_array_equal(counts.sum(axis=0), rows.groupby("generation").types.sum())
    assert tables.silent("replace", 0.9, 9) == (counts[:, 9] == 0).sum()


def test_sentences_to_read_are_those_of_the_table(table):
    read = tables.sentences(table, 0.9)
    chosen = read[(read.policy == "replace") & (read.generation == 4) & (read.beginning == tables.ANYTHING)]
    row = table[(table.policy == "0% kept") & (table.temperature == 0.9) & (table.generation == 4)].iloc[0]
    assert chosen.narrow.str.replace("\n", " ").to_list() == row.sentences.split("|")
    assert chosen.allowed.to_list() == [not text.startswith("*") for text in row.sentences.split("|")]
    assert read.narrow.str.split("\n").explode().str.len().max() <= tables.LINE
    prompted = read[read.beginning == tables.PROMPTED]
    assert prompted.wide.str.removeprefix("*").str.startswith("In the fog").all()


def test_the_middle_run_is_the_median(table):
    rows = table[(table.policy == "0% kept") & (table.temperature == 1.0) & (table.generation == 3)]
    assert tables.at("real", "replace", 1.0, [3]) == pytest.approx([rows.real.median()])
