"""Three errors, each isolated on a day at the station: what it does, and what it leaves alone."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib import ensembles, metrics, theory
from collapse_lib.experiments import station
from collapse_lib.experiments.station import TRUTH, Setting
from collapse_lib.models.families import bell
from collapse_lib.models.procedures import Blurred, Tempered
from collapse_lib.policies import replace

LAST, RUNS = 9, 400
LATE = TRUTH.p[station.LATE].sum()


def diversity(generation):
    return {"heterozygosity": metrics.heterozygosity(generation.model.p), "p": generation.model.p}


# Too few tickets: any shape, exact training, M draws a generation.


@pytest.fixture(scope="module")
def few():
    return station.FEW.run(last=LAST, replicates=RUNS, seed=5)


def test_counting_loses_diversity_at_the_rate_of_drift_in_the_loop_and_in_the_ensemble():
    table = station.FEW.run(diversity, last=LAST, replicates=RUNS, seed=5)
    law = theory.expected_heterozygosity(LAST + 1, 100, metrics.heterozygosity(TRUTH.p))
    assert_mean(table.loc[table["generation"] == LAST, "heterozygosity"], law)
    lineages = [
        next(islice(ensembles.categorical(TRUTH, replace(), samples=100, rng=rng), LAST, None))[1] / 100
        for rng in np.random.default_rng(5).spawn(RUNS)
    ]
    assert_mean([metrics.heterozygosity(shares) for shares in lineages], law)


def test_the_late_passengers_go_as_the_exact_chain_says(few):
    gone = few.assign(gone=few["late"] == 0).pivot(index="replicate", columns="generation", values="gone")
    assert_share(gone, theory.chance_lost(LATE, 100, LAST + 1))


def test_and_yet_on_average_they_are_as_many_as_ever(few):
    assert_mean(few.pivot(index="replicate", columns="generation", values="late"), LATE)


def test_who_is_gone_from_a_count_never_comes_back(few):
    gone = few.pivot(index="replicate", columns="generation", values="late").to_numpy() == 0
    assert np.all(gone[:, 1:] >= gone[:, :-1])


def test_without_end_of_data_counting_loses_nothing():
    table = Setting().run(diversity, last=LAST, replicates=1, seed=0)
    np.testing.assert_allclose(np.stack(table["p"]), np.tile(TRUTH.p, (LAST + 1, 1)), rtol=1e-12)


# One bell: no end of data, exact training, one shape.


def test_one_bell_errs_at_the_first_generation_and_never_again():
    table = station.ONE_BELL.run(diversity, last=LAST, replicates=1, seed=0)
    np.testing.assert_allclose(np.stack(table["p"]), np.tile(bell(TRUTH.p), (LAST + 1, 1)), rtol=1e-11)


def test_it_puts_passengers_where_there_are_none_and_fills_the_valley():
    first = station.ONE_BELL.run(last=0, replicates=1, seed=0).iloc[0]
    assert TRUTH.p[station.CLOSED].sum() == 0
    assert first["closed"] > 0.05
    assert first["midday"] > 10 * TRUTH.p[station.MIDDAY].sum()


# Training that is not exact: no end of data or few, any shape.


@pytest.mark.parametrize("temperature", [0.9, 1.1])
def test_n_generations_at_t_are_one_at_t_to_the_n(temperature):
    table = Setting(procedure=Tempered(temperature)).run(diversity, last=LAST, replicates=1, seed=0)
    np.testing.assert_allclose(table["p"].iloc[-1], Tempered(temperature ** (LAST + 1))(TRUTH.p), rtol=1e-9)


def test_blurred_counting_is_on_average_the_blurred_truth():
    table = Setting(100, procedure=Blurred(0.3)).run(diversity, last=3, replicates=RUNS, seed=5)
    law = TRUTH.p
    for _ in range(4):
        law = Blurred(0.3)(law)
    assert_mean(np.stack(table.loc[table["generation"] == 3, "p"]), law)


# The pieces.


def test_the_rare_are_two_in_a_hundred_and_nobody_travels_while_the_station_is_closed():
    assert pytest.approx(0.02, abs=0.005) == LATE
    real = station.real_day()
    assert real.loc[real["region"] == "closed", "share"].sum() == 0
    assert real.loc[real["region"] == "late", "share"].sum() == pytest.approx(LATE)
    assert real.loc[real["region"] != "closed", "share"].min() > 0


def test_a_day_is_the_lineage_that_the_loop_makes():
    table = station.day(station.FEW, last=2, seed=3)
    assert list(table.columns) == ["generation", "time", "share"]
    assert len(table) == 3 * 48
    assert (table.groupby("generation")["share"].sum() - 1).abs().max() < 1e-12
    assert np.all((100 * table["share"]) % 1 < 1e-9)  # whole tickets


def test_the_mean_total_variation_begins_with_the_truth_which_costs_nothing():
    wrong = station.mean_total_variation(station.ONE_BELL, last=2, replicates=1, seed=0)
    np.testing.assert_allclose(wrong, [0, *[metrics.total_variation(bell(TRUTH.p), TRUTH.p)] * 3])
