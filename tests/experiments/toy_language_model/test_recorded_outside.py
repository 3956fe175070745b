"""Any temperature but 1 ends in little or in noise, unless enough outside text comes in: the recorded runs say so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import toy_language_model
from collapse_lib.experiments.toy_language_model import outside

WORDS = len(LANGUAGE.vocabulary) - 1


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    survey = recorded.load("opt-embedded")
    return pd.concat([recorded.load("opt-outside"), survey[survey.replicate < outside.REPLICATES]])


def lineages(table: pd.DataFrame, column: str, policy: str, decoding: str) -> np.ndarray:
    """A number of each run and generation, shape (3 runs, 10)."""
    rows = table[(table.policy == policy) & (table.decoding == decoding)]
    return rows.pivot(index="replicate", columns="generation", values=column).to_numpy()


def test_all_that_the_experiment_names_was_recorded_of_the_language_as_it_is_now():
    found = recorded.load("opt-outside")
    settings = {(f"T = {taste:g}", policy) for taste, kept in outside.CONDITIONS.items() for policy in kept}
    assert set(zip(found.decoding, found.policy, strict=True)) == settings
    assert len(found) == len(settings) * outside.REPLICATES * 10
    assert recorded.provenance("opt-outside")["digest"] == toy_language_model.runs.digest()


def test_its_lineages_are_those_of_the_survey_up_to_the_last_digits_of_another_processor(table):
    first = table[table.generation == 0].groupby("replicate").real
    assert (first.agg(np.ptp) / first.min() < 0.01).all()


def test_below_temperature_1_little_is_left_and_above_it_all_words_and_no_grammar(table):
    below, above = (lineages(table, "grammatical", "replace", way)[:, -1] for way in ("T = 0.9", "T = 1.1"))
    assert below.min() > 0.95 and above.max() < 0.01
    assert lineages(table, "different", "replace", "T = 0.9")[:, -1].max() < 0.4
    assert (lineages(table, "types", "replace", "T = 1.1")[:, -1] >= 0.99 * WORDS).all()
    assert (np.diff(lineages(table, "generated", "replace", "T = 1.1"), axis=1) > 0).all()


def test_half_of_it_kept_holds_either_taste_far_from_its_end(table):
    assert lineages(table, "different", "50% kept", "T = 0.9")[:, -1].min() > 0.95
    assert lineages(table, "grammatical", "50% kept", "T = 1.1")[:, -1].min() > 0.4
    real = lineages(table, "real", "50% kept", "T = 0.9")[:, -1]
    assert real.max() < lineages(table, "real", "10% kept", "T = 0.9")[:, -1].min()


def test_a_tenth_kept_does_not_hold_it_sentences_go_on_repeating(table):
    different = lineages(table, "different", "10% kept", "T = 0.9")
    assert (np.diff(different[:, 4:], axis=1) < 0).all()
