"""Which cure saves which day at the station, and how errors offset one another."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments import station
from collapse_lib.experiments.station import Setting
from collapse_lib.models.families import bell
from collapse_lib.models.procedures import Blurred

LAST, FEWER = 9, 100


def total_variation(setting, *, seed=5):
    table = setting.run(last=LAST, replicates=FEWER, seed=seed)
    return table.loc[table["generation"] == LAST, "total_variation"].to_numpy()


def test_the_error_goes_with_the_root_of_the_tickets():
    """As sampling noise does, as long as few half-hours are empty."""
    less, more = (total_variation(Setting(samples)) for samples in (1_000, 10_000))
    ratio = less.mean() / more.mean()
    error = ratio * np.sqrt((less.var() / less.mean() ** 2 + more.var() / more.mean() ** 2) / len(less))
    assert abs(ratio - np.sqrt(10)) < 4 * error


# The cures, one example each


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


# How errors offset one another


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
