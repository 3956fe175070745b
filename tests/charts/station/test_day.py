"""A day at the station, drawn: who is gone, and where the regions lie."""

from __future__ import annotations

import pytest

from collapse_lib import charts
from collapse_lib.experiments import station

LAST = 9


@pytest.fixture(scope="module")
def table():
    return station.day(station.FEW, last=LAST, seed=3)


def test_what_is_gone_and_what_is_rare_look_different_in_the_picture(table):
    rare = table.assign(share=table["share"].where(table["share"] > 0, 3e-12))
    for given, rings in ((table, True), (rare, False)):
        values = charts.station.errors.one_bell(given, station.real_day()).to_dict()["datasets"].values()
        shares = [row["share"] for rows in values for row in rows if "generation" in row]
        assert (0 in shares) == rings


def test_the_regions_are_named_where_they_lie(table):
    spec = charts.station.errors.one_bell(table, station.real_day()).to_dict()
    regions = [row for rows in spec["datasets"].values() for row in rows if "region" in row and "start" in row]
    assert {row["region"]: (row["start"], row["end"]) for row in regions} == {"closed": (0, 5), "late": (21.5, 24)}
