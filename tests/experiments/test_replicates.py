"""One table: a row per replicate and generation, from one seed, the same whoever asks for more."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from collapse_lib import ensembles, experiments
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, keep_real, replace
from collapse_lib.recursion import Generation


def measure(generation: Generation) -> dict[str, float]:
    return {"mean": generation.model.mean, "std": generation.model.std, "read": len(generation.data)}


def table(**settings) -> pd.DataFrame:
    usual = {"last": 4, "replicates": 3, "seed": 1, "samples": 20}
    return experiments.run(Gaussian(), Gaussian(), replace(), measure, **{**usual, **settings})


def test_a_row_per_replicate_and_generation_and_a_column_per_measurement():
    found = table()
    assert found.columns.tolist() == ["replicate", "generation", "mean", "std", "read"]
    assert found.replicate.tolist() == [0] * 5 + [1] * 5 + [2] * 5
    assert found.generation.tolist() == [0, 1, 2, 3, 4] * 3


def test_one_seed_gives_one_table_and_another_seed_another():
    pd.testing.assert_frame_equal(table(), table())
    assert not table().equals(table(seed=2))


def test_more_replicates_leave_the_earlier_ones_as_they_were():
    pd.testing.assert_frame_equal(table(), table(replicates=7).query("replicate < 3"))


def test_more_generations_leave_the_earlier_ones_as_they_were():
    longer = table(last=9).query("generation <= 4").reset_index(drop=True)
    pd.testing.assert_frame_equal(table(), longer)


def test_replicates_are_different():
    assert table().query("generation == 0")["mean"].nunique() == 3


def test_every_replicate_of_a_sampler_has_real_data_of_its_own_and_an_array_is_shared():
    real = np.random.default_rng(0).normal(size=20)
    found = experiments.run(Gaussian(), real, keep_real(0.5), measure, last=2, replicates=3, seed=1)
    assert found.query("generation == 0")["mean"].nunique() == 1
    assert found.query("generation == 2")["mean"].nunique() == 3


def test_samples_and_budget_say_what_is_read():
    assert table().read.unique().tolist() == [20]
    assert table(budget=6).read.unique().tolist() == [6]
    grown = experiments.run(Gaussian(), Gaussian(), Accumulate(), measure, last=2, replicates=1, seed=1, samples=20)
    assert grown.read.tolist() == [20, 40, 60]


def test_tables_are_compared_under_one_another_with_their_names_first():
    one, other = table(), table(seed=2)
    both = experiments.compare({"one": one, "other": other})
    assert both.columns.tolist() == ["policy", *one.columns]
    pd.testing.assert_frame_equal(both.query("policy == 'one'").drop(columns="policy"), one)
    assert both.policy.tolist() == ["one"] * 15 + ["other"] * 15
    assert experiments.compare({"a": one}, column="samples").columns[0] == "samples"


def test_a_summary_has_a_row_per_group_in_the_order_of_the_table(rng):
    raw = pd.DataFrame({"policy": ["b"] * 200 + ["a"] * 200, "generation": [1, 0] * 200, "x": rng.normal(size=400)})
    found = experiments.summary(raw, "x", ["policy", "generation"])
    columns = ["policy", "generation", "low", "q1", "median", "q3", "high", "mean", "replicates"]
    assert found.columns.tolist() == columns
    assert found[["policy", "generation"]].to_numpy().tolist() == [["b", 1], ["b", 0], ["a", 1], ["a", 0]]
    values = raw.query("policy == 'a' and generation == 1").x
    row = found.iloc[2]
    np.testing.assert_allclose(row[columns[2:7]].astype(float), np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95]))
    assert row["mean"] == pytest.approx(values.mean())
    assert row.replicates == 100


def test_a_summary_by_one_column_has_a_row_each():
    found = experiments.summary(table(), "std", ["generation"])
    assert found.generation.tolist() == [0, 1, 2, 3, 4]
    assert found.replicates.tolist() == [3] * 5


def test_lineages_keep_the_generations_that_are_asked_for_and_run_no_further():
    run = ensembles.gaussian(replace(), samples=9, lineages=4, rng=np.random.default_rng(1))
    found = experiments.lineages(run, keep=[3, 0])
    assert found.columns.tolist() == ["lineage", "generation", "mean", "std"]
    assert found.generation.tolist() == [0] * 4 + [3] * 4
    assert found.lineage.tolist() == [0, 1, 2, 3] * 2
    again = list(zip(range(5), ensembles.gaussian(replace(), samples=9, lineages=4, rng=np.random.default_rng(1))))  # noqa: B905
    np.testing.assert_array_equal(found["mean"][4:], again[3][1][0])
    np.testing.assert_array_equal(next(run), again[4][1])


# Tidy tables


def noted(run: int) -> pd.DataFrame:
    """What is noted of two generations: a number, and a small table, of one row and of two."""
    cells = [{"word": ["a"], "said": [True]}, {"word": ["a", "b"], "said": [True, False]}]
    return pd.DataFrame({"policy": "replace", "replicate": run, "generation": [0, 1], "x": [0.5, 0.1], "words": cells})


def test_small_tables_in_cells_become_one_table_with_what_they_are_of():
    found = experiments.tidy(noted(3))
    assert found.keys() == {"measures", "words"}
    assert found["measures"].columns.tolist() == ["policy", "replicate", "generation", "x"]
    assert found["words"].columns.tolist() == ["policy", "replicate", "generation", "word", "said"]
    assert found["words"].generation.tolist() == [0, 1, 1]
    assert found["words"].word.tolist() == ["a", "a", "b"]
    assert found["words"].said.dtype == bool and set(found["words"].replicate) == {3}


def test_a_run_without_small_tables_is_its_measures_alone():
    found = experiments.tidy(table())
    assert list(found) == ["measures"]
    pd.testing.assert_frame_equal(found["measures"], table())


def test_tables_of_one_name_are_stacked():
    found = experiments.stacked(experiments.tidy(noted(run)) for run in (0, 1))
    assert found["words"].replicate.tolist() == [0, 0, 0, 1, 1, 1]
    assert found["measures"].index.tolist() == [0, 1, 2, 3]
