"""A day at the station, drawn: who is gone, and where the regions lie."""

from __future__ import annotations

import pytest

from collapse_lib import charts
from collapse_lib.experiments import station

REAL = station.real_day()


@pytest.fixture(scope="module")
def table():
    return station.day(station.FEW, last=9, seed=3)


def rows(table):
    chart = charts.station.day.day(table, REAL, [], where="datum.generation == 9", title="A day", description="Bars.")
    return [row for values in chart.to_dict()["datasets"].values() for row in values]


def test_what_is_gone_and_what_is_rare_look_different_in_the_picture(table):
    rare = table.assign(share=table["share"].where(table["share"] > 0, 3e-12))
    for given, rings in ((table, True), (rare, False)):
        shares = [row["share"] for row in rows(given) if "generation" in row]
        assert (0 in shares) == rings


def test_the_regions_are_named_where_they_lie(table):
    regions = [row for row in rows(table) if "region" in row and "start" in row]
    assert {row["region"]: (row["start"], row["end"]) for row in regions} == {"closed": (0, 5), "late": (21.5, 24)}
