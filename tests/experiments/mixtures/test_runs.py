"""The recorded mixtures are whole, obey the laws that are known of them, and go the way the page says."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib import recorded, theory
from collapse_lib.experiments.mixtures import minority, runs, tables
from collapse_lib.experiments.mixtures.runs import KEEP, LAST, RUNS, SAMPLES, two_groups
from collapse_lib.models.em import Mixtures
from collapse_lib.models.mixture import Mixture


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("mixtures")


@pytest.fixture(scope="module")
def components() -> pd.DataFrame:
    return recorded.load("mixtures", "components")


def lineage(table: pd.DataFrame, column: str, policy: str, samples: int = SAMPLES) -> np.ndarray:
    """A number of each lineage and kept generation, shape (lineages, generations)."""
    rows = table[(table.policy == policy) & (table.samples == samples)]
    return rows.pivot(index="replicate", columns="generation", values=column).to_numpy()


def test_every_run_lineage_and_kept_generation_is_there_once(table):
    wanted = [
        (policy, samples, lineage, generation)
        for policy, samples, number, last in RUNS
        for lineage in range(number)
        for generation in KEEP
        if generation <= last
    ]
    found = table[["policy", "samples", "replicate", "generation"]].itertuples(index=False, name=None)
    assert sorted(found) == sorted(wanted)
    assert not table.isna().any(axis=None)


def test_the_components_are_those_of_the_first_lineage_of_each_run(components):
    wanted = [
        (policy, samples, 0, generation, component)
        for policy, samples, _, last in RUNS
        for generation in KEEP
        if generation <= last
        for component in (0, 1)
    ]
    found = components[["policy", "samples", "replicate", "generation", "component"]]
    assert list(found.itertuples(index=False, name=None)) == wanted


def test_the_shares_of_far_groups_drift_as_tokens_do(table):
    # E[2 q (1 - q)] falls by 1 - 1/M a refit; the groups are six standard deviations apart.
    for column, generation in ((KEEP.index(100), 100), (KEEP.index(200), 200)):
        share = lineage(table, "weight", "replace")[:, column]
        assert_mean(2 * share * (1 - share), 0.5 * (1 - 1 / SAMPLES) ** (generation + 1), slack=0.01)


def test_a_group_is_gone_as_often_as_drift_says(table):
    share, columns = lineage(table, "weight", "replace"), [KEEP.index(n) for n in (500, 1_000, 1_500, 2_000)]
    law = 2 * theory.chance_lost(0.5, SAMPLES, LAST + 1)[[500, 1_000, 1_500, 2_000]]
    assert_share(np.minimum(share, 1 - share)[:, columns] * SAMPLES < 0.5, law)
    assert tables.gone("replace", 1_000) == np.sum(np.minimum(share, 1 - share)[:, columns[1]] < 0.5 / SAMPLES)


def test_the_first_lineage_goes_the_way_that_chapter_7_tells(table, components):
    first = components[(components.policy == "replace") & (components.samples == SAMPLES)]
    left, right = (first[first.component == k].set_index("generation") for k in (0, 1))
    assert left.loc[100, "yy"] > 1.5 > 0.5 > right.loc[100, ["xx", "yy"]].max()
    assert right.loc[400, ["xx", "yy"]].max() < 0.02
    weight = lineage(table, "weight", "replace")[0]
    assert ((weight > 0.01) & (weight < 0.99)).all()


def test_the_numbers_of_lineages_are_those_that_chapter_7_tells():
    told = {("replace", SAMPLES): 100, ("replace", 50_000): 10, ("replace", 200_000): 4}
    assert {(policy, samples): number for policy, samples, number, _ in RUNS if (policy, samples) in told} == told


def test_the_groups_lie_six_widths_apart_and_the_small_one_twenty_as_chapter_7_tells():
    assert np.diff(two_groups().means[:, 0]) == 6
    assert minority.GAP == 20


def test_two_components_on_one_blob_begin_between_the_widths_that_chapter_7_tells():
    blob, cold, widths = (
        Mixture(np.ones(1), np.zeros((1, 2)), np.eye(2)[None]),
        dataclasses.replace(two_groups(), warm=False),
        [],
    )
    for rng in map(np.random.default_rng, range(20)):
        found = cold.fit(blob.sample(SAMPLES, rng=rng), rng=rng)
        widths.append(np.sqrt(np.trace(found.covariances, axis1=1, axis2=2) / 2))
    assert (np.min(widths), np.max(widths)) == pytest.approx((0.82, 1.07), abs=0.005)


def test_with_nothing_kept_the_typical_group_shrinks_and_at_the_end_nearly_all_have(table):
    spread = lineage(table, "spread", "replace")
    middle = np.median(spread, axis=0)[[KEEP.index(n) for n in (0, 200, 500, 1_000, 2_000)]]
    assert (np.diff(middle) < 0).all()
    assert np.mean(spread[:, -1] < 0.5) > 0.9


@pytest.mark.parametrize("policy", ["10% kept", "accumulate"])
def test_what_is_kept_holds_the_groups_wide_and_both_there(table, policy):
    assert np.median(lineage(table, "spread", policy)[:, -1]) > 0.5
    assert tables.gone(policy, LAST) == 0


def test_more_samples_buy_time(table):
    column = KEEP.index(200)
    few, some, many = (np.median(lineage(table, "spread", "replace", m)[:, column]) for m in (500, SAMPLES, 200_000))
    assert few < some < many


def test_a_survey_notes_the_parameters_of_its_first_lineage():
    small = {"samples": 20, "replicates": 3, "last": 2, "keep": [0, 2]}
    found = runs.survey("10% kept", **small, rng=np.random.default_rng(1))
    assert len(found["measures"]) == 3 * 2
    assert found["components"].generation.to_list() == [0, 0, 2, 2]
    np.testing.assert_allclose(found["components"].groupby("generation").share.sum(), 1)
    for name, table in found.items():
        assert table.columns.to_list() == recorded.load("mixtures", name).columns.to_list()


def test_components_are_told_by_their_parts():
    covariances = np.array([[[1.0, 0.3], [0.3, 2.0]], [[4.0, 0.5], [0.5, 5.0]]])
    found = runs.components(
        Mixtures.of([Mixture(np.array([0.8, 0.2]), np.array([[-3.0, 1.0], [3.0, 2.0]]), covariances)])
    )
    parts = {"share": [0.8, 0.2], "x": [-3, 3], "y": [1, 2], "xx": [1, 4], "xy": [0.3, 0.5], "yy": [2, 5]}
    assert found.pop("component") == range(2)
    assert {name: list(values) for name, values in found.items()} == parts
