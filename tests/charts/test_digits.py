"""The charts of digits: what they are made of stays small, and what they show is what they are given."""

from __future__ import annotations

import numpy as np
import pandas as pd
from drawing import WORDS, svg

from collapse_lib import charts, recorded
from collapse_lib.experiments import digits
from collapse_lib.experiments.digits.runs import ACROSS, DOWN


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
