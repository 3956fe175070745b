"""A network that learned from itself and then from real sentences again: the form of the run, and what it shows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.toy_language_model import healing, runs
from collapse_lib.models.language import LanguageModel
from collapse_lib.models.language import opt as architecture

SMALL = {"since": 2, "readings": 1, "replicates": 2, "sentences": 50, "seed": 2}


@pytest.fixture(scope="module")
def start():
    rng = np.random.default_rng(1)
    model = LanguageModel(architecture(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0, width=16), LANGUAGE.length)
    return model.fit(LANGUAGE.sample(200, rng=rng), rng=rng)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("healing")


def test_a_survey_has_a_row_per_archive_replicate_and_generation(start, table):
    small = healing.survey(start, **SMALL)["measures"]
    assert small.columns.to_list() == table.columns.to_list()
    last = small.groupby(["archive", "replicate"]).generation.max()
    assert last["given back"].to_list() == [3, 3] and last["all along"].to_list() == [1, 1]
    begun = small[small.generation == 0].groupby("replicate")["real"]
    assert (begun.nunique() == 1).all()


def test_a_seed_repeats_it(start):
    one, other = (healing.survey(start, **SMALL)["measures"] for _ in range(2))
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("part", ["since", "readings", "replicates", "sentences", "seed"])
def test_what_is_no_number_of_things_is_refused(part, start):
    with pytest.raises((ValueError, TypeError), match=rf"{part} must .*got"):
        healing.survey(start, **{**SMALL, part: -1})


# The recorded run


def test_the_recorded_run_is_whole_and_of_the_language_as_it_is_now(table):
    assert recorded.provenance("healing")["digest"] == runs.digest()
    assert len(table) == healing.REPLICATES * (healing.SINCE + 2 * healing.READINGS + 2)
    assert not table.isna().any(axis=None)


def test_words_are_back_at_once_and_grammar_takes_several_readings(table):
    at = table.set_index(["archive", "generation", "replicate"]).sort_index()
    first, lost = at.loc["all along", 0], at.loc["given back", healing.SINCE]
    once, often = (at.loc["given back", healing.SINCE + readings] for readings in (1, healing.READINGS))
    beside = at.loc["all along", healing.READINGS]
    assert (lost["types"] < first["types"] / 2).all() and (lost["grammatical"] > first["grammatical"]).all()
    assert (once["types"] > first["types"]).all() and (once["different"] > 0.98).all()
    assert once["grammatical"].between(0.45, 0.55).all()
    assert often["grammatical"].between(0.7, 0.8).all() and beside["grammatical"].between(0.8, 0.85).all()
    assert (once["kl"] > 1.5 * beside["kl"]).all() and (often["kl"] < 1.1 * beside["kl"]).all()
