"""The OPT experiment on real text: the recorded runs are whole and go the way the page says."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, fields
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from recorded_lineages import EVERYTHING, NOTHING, TENTH, lineage

from collapse_lib import recorded
from collapse_lib.experiments.language_model.bands import GROUPS
from collapse_lib.experiments.language_model.fixed_prompts import SPACED
from collapse_lib.experiments.language_model.measures import EDGES, QUANTILES
from collapse_lib.experiments.language_model.presets import PRESETS, Preset
from collapse_lib.experiments.language_model.recording import choices

RUN = ["policy", "decoding", "epochs", "replicate"]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("opt-wikitext")


@pytest.fixture(scope="module")
def classroom() -> pd.DataFrame:
    found = recorded.load("opt-classroom")
    return found[found.choice == "as the preset"]


# The recorded runs


def test_every_setting_seed_and_generation_of_the_preset_is_there_once(table):
    preset = PRESETS["recorded"]
    wanted = {
        (condition.policy, str(condition.decoding), condition.epochs, seed, generation)
        for condition in preset.conditions
        for seed in preset.seeds
        for generation in range(preset.last + 1)
    }
    index = ["policy", "decoding", "epochs", "replicate", "generation"]
    assert sorted(wanted) == sorted(table[index].itertuples(index=False, name=None))
    assert not table.isna().any(axis=None)


def test_the_runs_were_made_with_the_settings_of_the_presets_as_they_are_now():
    for name, preset in {"opt-wikitext": PRESETS["recorded"], "opt-classroom": PRESETS["classroom"]}.items():
        conditions = [str(condition) for condition in preset.conditions]
        now = json.loads(json.dumps(asdict(preset) | {"conditions": conditions}))
        then = recorded.provenance(name)["preset"]
        since = {name: value for name, value in _defaults().items() if name not in then}  # it could be nothing else
        assert since | then == now


def _defaults() -> dict[str, Any]:
    given = {field.name: field.default for field in fields(Preset) if field.default is not MISSING}
    return json.loads(json.dumps(given))


def test_what_is_noted_of_a_generation_hangs_together(table):
    histogram, said = (recorded.load("opt-wikitext", name) for name in ("histogram", "continuations"))
    by_run = [*RUN, "generation"]
    bins = histogram.groupby(by_run)
    assert (bins.size() == len(EDGES) - 1).all() and bins.ngroups == len(table)
    np.testing.assert_allclose(bins["share"].sum(), 1, atol=1e-6)
    assert (np.diff(table[list(QUANTILES)].to_numpy(), axis=1) >= 0).all()
    assert said.groupby(by_run).prompt.agg(list).to_list() == [list(SPACED)] * len(table)


def test_conditions_that_differ_later_begin_with_one_generation_0(table):
    first = table[(table.generation == 0) & (table.epochs == 5)]
    assert (first.groupby("replicate").real.agg(np.ptp) < 1e-6).all()


def test_tuning_to_wikipedia_makes_it_less_surprising(table):
    assert (
        table[table.generation == 0].real.max() < 0.5 * recorded.provenance("opt-wikitext")["perplexity before tuning"]
    )


def test_with_a_taste_for_the_likely_real_text_surprises_more_in_every_generation_and_at_least_twice_as_much(table):
    real = lineage(table, "real", NOTHING)
    assert (np.diff(real, axis=1) > 0).all()
    assert (real[:, -1] > 2 * real[:, 0]).all()


def test_and_what_it_writes_surprises_the_first_model_less_until_it_falls_apart(table):
    generated = lineage(table, "generated", NOTHING)
    assert (np.diff(generated[:, :6], axis=1) < 0).all()


def test_without_that_taste_both_rise(table):
    for column in ("real", "generated"):
        found = lineage(table, column, NOTHING, "T = 1")
        assert (found[:, -1] > found[:, 0]).all(), column


@pytest.mark.parametrize("decoding", ["T = 0.9", "T = 1", "top-p 0.95"])
def test_the_more_is_kept_the_less_real_text_surprises_beyond_the_spread_of_the_runs(table, decoding):
    nothing, tenth, everything = (lineage(table, "real", p, decoding)[:, -1] for p in (NOTHING, TENTH, EVERYTHING))
    assert nothing.min() > tenth.max() > tenth.min() > everything.max()


def test_with_nothing_kept_the_rarer_a_word_the_sooner_it_goes():
    shares = recorded.load("opt-wikitext", "survival").query("policy == 'replace' and decoding == 'T = 0.9'")
    middle = shares.groupby(["generation", "band"]).alive.median().unstack()[list(GROUPS.values())]
    assert (np.diff(middle.loc[9] / middle.loc[0]) > 0).all()


def test_variety_falls_in_every_run(table):
    for column in ("types", "distinct-2", "entropy", "compressed"):
        found = lineage(table, column, NOTHING)
        assert (found[:, -1] < found[:, 0]).all(), column


# The classroom preset


def test_in_class_every_seed_shows_what_is_kept_and_the_gaps_exceed_the_seeds_range(classroom):
    ends = [lineage(classroom, "real", policy, epochs=2)[:, -1] for policy in (NOTHING, TENTH, EVERYTHING)]
    ends.append(lineage(classroom, "real", NOTHING, epochs=2)[:, 0])
    assert all((more > less).all() for more, less in pairwise(ends))
    for more, less in pairwise(ends):
        assert more.min() - less.max() > max(np.ptp(more), np.ptp(less))


def test_the_choices_that_the_paper_leaves_open_are_all_recorded():
    found = recorded.load("opt-classroom")
    assert set(found.choice) == set(choices())
    assert (found.groupby("choice").replicate.nunique() == 3).all()


def test_from_the_base_more_is_lost_at_first_and_less_later_and_a_penalty_turns_the_second_surprise():
    table = recorded.load("opt-classroom")
    nothing = table[table.policy == NOTHING]
    middle = nothing.groupby(["choice", "generation"])[["real", "generated", "types"]].median()
    usual, base, penalty = (middle.loc[name] for name in ("as the preset", "begin from the base", "repetition penalty"))
    assert base.real[1] > usual.real[1]
    assert base.real[5] < usual.real[5]
    assert np.abs(middle.loc["real prompts"].real[5] / usual.real[5] - 1) < 0.05
    assert penalty.types[5] > usual.types[5]
    assert (np.diff(penalty.generated) > 0).all()
