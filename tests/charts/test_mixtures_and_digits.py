"""The charts of groups and of digits: what they are made of stays small, and what they show is what they are given."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
import vl_convert

from collapse_lib import charts, recorded
from collapse_lib.experiments import digits, mixtures
from collapse_lib.experiments.digits.runs import ACROSS, DOWN

WORDS = {"title": "A chart", "description": "What it shows."}


def svg(chart, **values) -> str:
    """The chart as SVG, 600 pixels wide, its controls at these values."""
    spec = chart.to_dict() | {"width": 600}
    for parameter in spec.get("params", []):
        parameter["value"] = values.get(parameter["name"], parameter.get("value"))
    return vl_convert.vegalite_to_svg(json.dumps(spec))


@pytest.fixture
def panels(rng):
    noise = pd.DataFrame({"u": rng.random(100), "v": rng.standard_normal(100), "w": rng.standard_normal(100)})
    shown = mixtures.tables.panel(recorded.load("mixtures", "components"))
    return charts.mixtures.panels(shown, mixtures.tables.real_panel(), noise, **WORDS)


def test_a_generation_of_two_groups_is_100_dots_and_four_ellipses(panels):
    assert svg(panels).count('aria-roledescription="circle"') == 100
    assert svg(panels).count('aria-roledescription="line mark"') == 4


def test_the_slider_and_the_policy_change_the_picture(panels):
    pictures = {svg(panels), svg(panels, shaped=500), svg(panels, shaped=500, shaped_policy="accumulate")}
    assert len(pictures) == 3


def test_the_ink_of_a_digit_goes_from_pale_to_dark_and_the_page_can_turn_it_round():
    assert (charts.digits.INK[0], charts.digits.INK[-1]) == ("#f2f2f2", "#333333")
    assert sorted(charts.digits.INK, reverse=True) == charts.digits.INK


def test_each_pixel_with_ink_is_one_mark():
    table = pd.DataFrame({"policy": ["replace"], "draws": ["means"], "generation": [0], "picture": ["0f3" + 61 * "0"]})
    two = pd.concat([table, table.assign(generation=1)])
    drawn = svg(charts.digits.pictures(two, across=1, down=1, **WORDS))
    assert drawn.count('aria-roledescription="rect mark"') == 2
    assert "x: 1; y: 0; right: 2.04; below: 1.04; level: 15" in drawn


def test_the_recorded_digits_can_be_drawn():
    album = digits.tables.album(recorded.load("images", "pictures"))
    drawn = svg(charts.digits.pictures(album, across=ACROSS, down=DOWN, **WORDS), drawn=15)
    assert drawn.count('aria-roledescription="rect mark"') > 24 * 20


def test_charts_get_no_more_rows_than_altair_takes():
    shares = digits.tables.shares(recorded.load("images", "shares"))
    assert len(shares) < 5_000
    assert (
        charts.digits.shares(shares, np.full(10, 0.1).tolist(), **WORDS).to_dict()["description"]
        == WORDS["description"]
    )


def test_the_fate_of_a_small_group_is_a_dot_a_generation_and_a_law_with_its_number_of_samples():
    rows = pd.DataFrame({"samples": 2 * [50] + 2 * [1_000], "generation": [0, 1, 0, 1], "gone": [0.1, 0.2, 0.0, 0.1]})
    drawn = svg(charts.mixtures.lost(rows, rows, **WORDS))
    assert drawn.count('aria-roledescription="circle"') == 4
    assert drawn.count('aria-roledescription="line mark"') == 2
    assert ">50</text>" in drawn and ">1,000</text>" in drawn
