"""The recorded run on the toy language is whole and goes the way the page says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.toy_language_model.measures import EDGES, GROUPS

SETTING = ["policy", "decoding", "replicate", "generation"]
DECODINGS = ["T = 0.9", "T = 1"]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("opt-embedded")


def steps(table: pd.DataFrame, column: str, policy: str, decoding: str) -> np.ndarray:
    """The changes from generation to generation, shape (5 runs, 9)."""
    rows = table[(table.policy == policy) & (table.decoding == decoding)]
    return rows.pivot(index="replicate", columns="generation", values=column).diff(axis=1).iloc[:, 1:].to_numpy()


def ends(table: pd.DataFrame, column: str, policy: str, decoding: str) -> pd.Series:
    """What the five runs have come to at generation 9."""
    rows = table[(table.policy == policy) & (table.decoding == decoding) & (table.generation == 9)]
    return rows[column]


def test_the_recorded_run_is_of_the_language_as_it_is_now():
    made_with = recorded.provenance("opt-embedded")
    assert made_with["digest"] == toy_language_model.runs.digest()
    assert made_with["sentences of a generation"] == toy_language_model.runs.SENTENCES


def test_no_setting_and_no_run_is_left_out(table):
    assert len(table) == len(toy_language_model.runs.COMPARED) * len(toy_language_model.runs.TEMPERATURES) * 5 * 10
    assert set(table.policy) == set(toy_language_model.runs.COMPARED)
    assert set(table.decoding) == set(DECODINGS)
    assert not table.isna().any(axis=None)


def test_what_is_noted_of_a_generation_hangs_together(table):
    bins, words = (recorded.load("opt-embedded", name).groupby(SETTING) for name in ("histogram", "words"))
    assert (bins.size() == len(EDGES) - 1).all() and bins.ngroups == words.ngroups == len(table)
    np.testing.assert_allclose(bins.share.sum(), 1, atol=1e-6)
    assert words.said.sum().loc[pd.MultiIndex.from_frame(table[SETTING])].to_list() == table.types.to_list()
    assert (table.real > np.exp(LANGUAGE.entropy_per_word)).all()
    np.testing.assert_allclose(np.log(table.real) - table.kl, LANGUAGE.entropy_per_word, atol=0.02)


def test_what_is_called_grammatical_is_what_the_language_allows():
    for row in recorded.load("opt-embedded", "sentences").drop_duplicates("sentence").itertuples():
        if row.sentence.endswith("."):
            tokens = LANGUAGE.encode(row.sentence)
            assert np.isfinite(LANGUAGE.log_probability(tokens[None])[0]) == row.grammatical, row.sentence
        else:
            assert not row.grammatical


def test_with_a_taste_for_the_likely_the_two_surprises_part_in_every_run_and_generation(table):
    assert (steps(table, "real", "replace", "T = 0.9") > 0).all()
    assert (steps(table, "generated", "replace", "T = 0.9") < 0).all()


def test_without_it_both_rise(table):
    assert (steps(table, "real", "replace", "T = 1") > 0).all()
    assert (steps(table, "generated", "replace", "T = 1").sum(axis=1) > 0).all()


def test_with_the_taste_range_goes_and_grammar_stays_and_without_it_the_other_way(table):
    for column, likely, plain in (("different", -1, 0), ("grammatical", 1, -1)):
        change = steps(table, column, "replace", "T = 0.9").sum(axis=1)
        assert (np.sign(change) == likely).all()
        other = steps(table, column, "replace", "T = 1").sum(axis=1)
        assert (np.abs(other) < 0.02).all() if plain == 0 else (np.sign(other) == plain).all()


@pytest.mark.parametrize("decoding", DECODINGS)
def test_the_more_is_kept_the_less_real_text_surprises_beyond_the_spread_of_the_runs(table, decoding):
    nothing, tenth, everything = (ends(table, "real", policy, decoding) for policy in toy_language_model.runs.COMPARED)
    assert nothing.min() > tenth.max() > tenth.min() > everything.max()


def test_the_rarer_a_word_the_sooner_it_goes():
    last = recorded.load("opt-embedded", "survival").query("generation == 9 and decoding == 'T = 0.9'")
    shares = last.pivot(index=["policy", "replicate"], columns="band", values="alive")[list(GROUPS.values())]
    assert (np.diff(shares, axis=1) >= 0).all()
