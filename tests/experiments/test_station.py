"""Three errors, each isolated on a day at the station: what it does, what it leaves alone, and what cures it."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pandas as pd
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib import charts, ensembles, metrics, theory
from collapse_lib.experiments import station
from collapse_lib.experiments.station import TRUTH, Setting
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.families import any_shape, bell
from collapse_lib.models.learner import InfiniteData, Learner
from collapse_lib.models.procedures import Blurred, Tempered, exact
from collapse_lib.policies import Accumulate, keep_real, replace
from collapse_lib.recursion import generations

LAST, RUNS, FEWER = 9, 400, 100
LATE = TRUTH.p[station.LATE].sum()


def diversity(generation):
    return {"heterozygosity": metrics.heterozygosity(generation.model.p), "p": generation.model.p}


def total_variation(setting, *, seed=5):
    table = setting.run(last=LAST, replicates=FEWER, seed=seed)
    return table.loc[table["generation"] == LAST, "total_variation"].to_numpy()


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


def test_the_error_goes_with_the_root_of_the_tickets():
    """As sampling noise does, as long as few half-hours are empty."""
    less, more = (total_variation(Setting(samples)) for samples in (1_000, 10_000))
    ratio = less.mean() / more.mean()
    error = ratio * np.sqrt((less.var() / less.mean() ** 2 + more.var() / more.mean() ** 2) / len(less))
    assert abs(ratio - np.sqrt(10)) < 4 * error


# One bell: no end of data, exact training, one shape.


def test_the_bell_has_the_mean_and_the_variance_of_the_day():
    fitted, hours = bell(TRUTH.p), station.HALF_HOURS
    assert fitted @ hours == pytest.approx(TRUTH.p @ hours, abs=1e-11)
    assert fitted @ hours**2 == pytest.approx(TRUTH.p @ hours**2, abs=1e-10)


def test_its_logarithm_is_a_parabola_that_opens_downwards():
    curvature = np.diff(np.log(bell(TRUTH.p)), 2)
    np.testing.assert_allclose(curvature, curvature[0], rtol=1e-9)
    assert curvature[0] < 0


def test_no_other_bell_makes_the_day_more_probable(rng):
    fitted = bell(TRUTH.p)
    for centre, width in zip(rng.uniform(0, 24, 200), rng.uniform(1, 20, 200), strict=True):
        other = np.exp(-(((station.HALF_HOURS - centre) / width) ** 2) / 2)
        assert TRUTH.p @ np.log(other / other.sum()) < TRUTH.p @ np.log(fitted)


def test_one_bell_errs_at_the_first_generation_and_never_again():
    table = station.ONE_BELL.run(diversity, last=LAST, replicates=1, seed=0)
    np.testing.assert_allclose(np.stack(table["p"]), np.tile(bell(TRUTH.p), (LAST + 1, 1)), rtol=1e-11)


def test_it_puts_passengers_where_there_are_none_and_fills_the_valley():
    first = station.ONE_BELL.run(last=0, replicates=1, seed=0).iloc[0]
    assert TRUTH.p[station.CLOSED].sum() == 0
    assert first["closed"] > 0.05
    assert first["midday"] > 10 * TRUTH.p[station.MIDDAY].sum()


@pytest.mark.parametrize("tokens", [1, 2, 3])
def test_a_bell_fits_data_that_stand_on_a_few_tokens_only(tokens, rng):
    place = np.arange(48)
    for _ in range(50):
        shares = np.zeros(48)
        shares[rng.choice(48, tokens, replace=False)] = rng.dirichlet(np.ones(tokens))
        fitted = bell(shares)
        assert fitted.sum() == pytest.approx(1)
        assert fitted @ place == pytest.approx(shares @ place, abs=1e-6)
        assert fitted @ place**2 == pytest.approx(shares @ place**2, abs=1e-5)


# A taste for the likely: no end of data, any shape, a procedure that prefers the common.


@pytest.mark.parametrize("temperature", [0.9, 1.1])
def test_n_generations_at_t_are_one_at_t_to_the_n(temperature):
    table = Setting(procedure=Tempered(temperature)).run(diversity, last=LAST, replicates=1, seed=0)
    np.testing.assert_allclose(table["p"].iloc[-1], Tempered(temperature ** (LAST + 1))(TRUTH.p), rtol=1e-9)


def test_zipf_stays_zipf_and_grows_steeper():
    p = zipf(200).p
    for _ in range(5):
        p = Tempered(0.9)(p)
    np.testing.assert_allclose(p, zipf(200, exponent=0.9**-5).p)


def test_the_taste_narrows_the_opposite_taste_widens_and_none_changes_nothing():
    likely, unlikely = (metrics.entropy(Tempered(t)(TRUTH.p)) for t in (0.9, 1.1))
    assert likely < metrics.entropy(TRUTH.p) < unlikely
    np.testing.assert_allclose(Tempered(1.0)(TRUTH.p), TRUTH.p, rtol=1e-12)


def test_it_is_what_training_for_likely_output_and_entropy_asks_for(rng):
    def reward(q):
        return q @ np.log(p) + 0.9 * metrics.entropy(q)

    p = zipf(8).p
    best = Tempered(0.9)(p)
    assert all(reward(other) < reward(best) for other in rng.dirichlet(np.ones(8), 500))
    assert all(reward(0.99 * best + 0.01 * other) < reward(best) for other in rng.dirichlet(np.ones(8), 500))


def test_an_extreme_taste_leaves_a_distribution():
    p = Tempered(1e-4)(zipf(50).p)
    assert p.sum() == pytest.approx(1)
    assert p[0] == pytest.approx(1)


# The cures, and how errors offset one another.


@pytest.fixture(scope="module")
def cured():
    table = station.cured(last=LAST, replicates=FEWER, seed=5)
    return table.pivot(index="example", columns="cure", values="total_variation")


def test_each_cure_saves_one_example_and_does_nothing_for_the_others(cured):
    saves = {
        "Too few tickets": "more data",
        "One bell": "bigger model",
        "A taste for the likely": "better training",
    }
    for example, saving in saves.items():
        for cure in saves.values():
            if cure == saving:
                assert cured.loc[example, cure] < 0.12 * cured.loc[example, "no cure"]
            else:
                assert cured.loc[example, cure] == cured.loc[example, "no cure"]


def test_the_bell_and_the_taste_are_cured_altogether(cured):
    assert cured.loc["One bell", "bigger model"] == pytest.approx(0, abs=1e-12)
    assert cured.loc["A taste for the likely", "better training"] == pytest.approx(0, abs=1e-12)


def test_no_single_cure_saves_the_example_with_all_three_errors(cured):
    single = cured.loc["All three errors", ["more data", "bigger model", "better training"]]
    assert single.min() > 7 * cured.loc["All three errors", "all cures"]


def assert_less(one, other):
    error = np.sqrt(one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other))
    assert one.mean() < other.mean() - 4 * error, f"{one.mean()} and {other.mean()}, standard error {error}"


def test_with_all_three_errors_the_bigger_model_makes_it_worse():
    sick = station.EXAMPLES["All three errors"]
    assert_less(total_variation(sick), total_variation(station.bigger_model(sick)))


def test_too_small_a_model_holds_back_the_error_of_too_few_data():
    assert_less(total_variation(Setting(100, bell)), total_variation(station.FEW))


def test_a_blur_undoes_part_of_what_too_few_data_do():
    alone, both = Setting(procedure=Blurred(0.3)), Setting(100, procedure=Blurred(0.3))
    assert 0 < total_variation(alone).mean() < total_variation(both).mean() < 0.7 * total_variation(station.FEW).mean()


def test_the_error_of_all_three_is_not_the_sum_of_the_three(cured):
    alone = cured["no cure"]
    assert alone["All three errors"] < alone.drop("All three errors").sum() / 2


def test_a_blur_moves_shares_to_neighbours_and_keeps_the_whole_and_the_middle():
    np.testing.assert_allclose(Blurred(0.3)(np.array([0.0, 0, 1, 0, 0])), [0, 0.15, 0.7, 0.15, 0])
    np.testing.assert_allclose(Blurred(0.3)(np.array([1.0, 0, 0, 0, 0])), [0.85, 0.15, 0, 0, 0])


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


def test_a_learner_without_errors_counts_as_a_vocabulary_does(rng):
    data = zipf(8).sample(50, rng=rng)
    start = Categorical(np.full(8, 1 / 8))
    np.testing.assert_array_equal(Learner(start).fit(data, rng=rng).p, start.fit(data, rng=rng).p)


def test_a_learner_trains_after_it_has_found_its_shape(rng):
    data = TRUTH.sample(500, rng=rng)
    learned = Learner(TRUTH, bell, Tempered(0.5)).fit(data, rng=rng)
    np.testing.assert_allclose(learned.p, Tempered(0.5)(bell(np.bincount(data, minlength=48) / 500)))


def test_endless_data_are_not_random(rng):
    model = InfiniteData(Learner(TRUTH, any_shape, exact))
    state = rng.bit_generator.state
    fitted = model.fit(model.sample(48, rng=rng), rng=rng)
    assert isinstance(fitted, InfiniteData)
    assert rng.bit_generator.state == state


def test_endless_data_come_whole_or_not_at_all(rng):
    with pytest.raises(ValueError, match="shares of all 48 tokens, got a size of 10"):
        InfiniteData(Learner(TRUTH)).sample(10, rng=rng)


@pytest.mark.parametrize("policy", [keep_real(0.5), Accumulate()], ids=repr)
def test_other_policies_than_replace_are_refused_endless_data(policy, rng):
    run = generations(InfiniteData(Learner(TRUTH, bell)), TRUTH.p, policy, rng=rng)
    with pytest.raises(ValueError, match="probabilities must be shares of 1"):
        list(islice(run, 3))


@pytest.mark.parametrize("temperature", [0, -1, np.nan])
def test_a_temperature_is_positive(temperature):
    with pytest.raises(ValueError, match="temperature must be positive, got"):
        Tempered(temperature)


@pytest.mark.parametrize("moved", [-0.1, 1.1, np.nan])
def test_a_blur_moves_a_share(moved):
    with pytest.raises(ValueError, match="moved must lie between 0 and 1, got"):
        Blurred(moved)


# The charts.

WORDS = {"title": "A day", "description": "Bar chart of passengers."}


@pytest.fixture(scope="module")
def table():
    return station.day(station.FEW, last=LAST, seed=3)


def drawn(table, real):
    several = [table.assign(tickets=name, temperature=value) for name, value in (("100", 0.9), ("no end", 1.0))]
    boxes = {"few": "few", "bell": "bell", "taste": "taste"}
    return {
        "tickets": charts.station.errors.tickets(pd.concat(several), real, **WORDS),
        "one bell": charts.station.errors.one_bell(table, real, **WORDS),
        "taste": charts.station.errors.taste(pd.concat(several), real, **WORDS),
        "switches": charts.station.errors.switches(table.assign(boxes=5), real, boxes, ticked=["few"], **WORDS),
    }


@pytest.mark.parametrize("name", ["tickets", "one bell", "taste", "switches"])
def test_a_day_is_drawn_with_a_slider_its_words_and_the_model_s_score(name, table):
    spec = drawn(table, station.real_day())[name].to_dict()
    assert any(param.get("bind", {}).get("input") == "range" for param in spec["params"])
    assert {"title": " ".join(spec["title"]["text"]), "description": spec["description"]} == WORDS
    assert "'model ' + datum.generation + ': '" in str(spec["layer"])
    assert "at the wrong time" in str(spec["layer"])


def test_what_is_gone_and_what_is_rare_look_different_in_the_picture(table):
    rare = table.assign(share=table["share"].where(table["share"] > 0, 3e-12))
    for given, rings in ((table, True), (rare, False)):
        values = charts.station.errors.one_bell(given, station.real_day(), **WORDS).to_dict()["datasets"].values()
        shares = [row["share"] for rows in values for row in rows if "generation" in row]
        assert (0 in shares) == rings


def test_the_boxes_choose_by_the_number_that_the_table_carries(table):
    spec = drawn(table, station.real_day())["switches"].to_dict()
    assert "datum.boxes == 1 * taste + 2 * bell + 4 * few" in str(spec["layer"])
    assert {param["name"]: param["value"] for param in spec["params"] if param["bind"]["input"] == "checkbox"} == {
        "few": True,
        "bell": False,
        "taste": False,
    }


def test_the_regions_are_named_where_they_lie(table):
    spec = charts.station.errors.one_bell(table, station.real_day(), **WORDS).to_dict()
    regions = [row for rows in spec["datasets"].values() for row in rows if "region" in row and "start" in row]
    assert {row["region"]: (row["start"], row["end"]) for row in regions} == {"closed": (0, 5), "late": (21.5, 24)}


def test_costs_are_told_in_words_too(cured):
    series = pd.DataFrame({"fits": range(3)}).merge(pd.DataFrame({"series": ["a", "b", "c"]}), how="cross")
    costs = series.assign(total_variation=0.25)
    for chart in (charts.station.damage.mean_total_variation, charts.station.damage.offset):
        told = chart(costs, title="Costs", remark="All are the same.").to_dict()["description"]
        assert told.endswith("Of 100, at the end: a 25, b 25, c 25. All are the same.")
    saved = cured.stack().rename("total_variation").reset_index()
    told = charts.station.damage.cures(saved, title="Cures").to_dict()["description"]
    assert "bigger model 0" in told
    rows = pd.DataFrame({"fits": [1, 2], "tickets": "100 tickets", "simulated": 0.5, "exact": [0.4, 0.61]})
    assert "100 tickets 61" in charts.station.damage.lost(rows, title="Gone").to_dict()["description"]
