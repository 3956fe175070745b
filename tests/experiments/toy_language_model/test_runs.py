"""A survey of language models on the toy language has the form of the recorded one, and a seed repeats it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.models.language import LanguageModel
from collapse_lib.models.language import opt as architecture

RUN = ["policy", "decoding", "replicate"]


@pytest.fixture(scope="module")
def small() -> dict[str, pd.DataFrame]:
    """A survey so small that it shows nothing but its form."""
    rng = np.random.default_rng(1)
    model = LanguageModel(architecture(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0, width=16), LANGUAGE.length)
    return toy_language_model.runs.survey(
        model.fit(LANGUAGE.sample(200, rng=rng), rng=rng), last=1, replicates=2, sentences=50, seed=2
    )


def test_a_survey_has_a_row_per_setting_replicate_and_generation(small):
    measures = small["measures"]
    assert len(measures) == len(measures[[*RUN, "generation"]].drop_duplicates()) == 3 * 2 * 2 * 2


def test_a_survey_has_the_tables_and_columns_of_the_recorded_one(small):
    assert small.keys() == recorded.tables("opt-embedded").keys()
    for name, table in small.items():
        assert table.columns.to_list() == recorded.load("opt-embedded", name).columns.to_list()
    assert set(small["measures"].decoding) == {"T = 0.9", "T = 1"}


def test_all_settings_begin_with_the_same_generation_0(small):
    first = small["measures"].query("generation == 0")
    assert (first.groupby("replicate").real.nunique() == 1).all()
    assert first.real.nunique() == 2


def test_two_surveys_from_one_seed_are_the_same_survey():
    def once() -> dict[str, pd.DataFrame]:
        rng = np.random.default_rng(3)
        model = LanguageModel(architecture(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0, width=8), LANGUAGE.length)
        learned = model.fit(LANGUAGE.sample(50, rng=rng), rng=rng)
        setting = {"temperatures": [0.9], "policies": ["replace"], "last": 1, "replicates": 1, "sentences": 20}
        return toy_language_model.runs.survey(learned, **setting, seed=4)

    one, other = once(), once()
    for name, table in one.items():
        pd.testing.assert_frame_equal(table, other[name])
