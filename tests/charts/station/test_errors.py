"""One error at a time on a day at the station, drawn: the slider, the score, and the boxes to tick."""

from __future__ import annotations

import pandas as pd
import pytest
from drawing import WORDS

from collapse_lib import charts
from collapse_lib.experiments import station

LAST = 9


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


def test_the_boxes_choose_by_the_number_that_the_table_carries(table):
    spec = drawn(table, station.real_day())["switches"].to_dict()
    assert "datum.boxes == 1 * taste + 2 * bell + 4 * few" in str(spec["layer"])
    assert {param["name"]: param["value"] for param in spec["params"] if param["bind"]["input"] == "checkbox"} == {
        "few": True,
        "bell": False,
        "taste": False,
    }
