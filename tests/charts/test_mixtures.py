"""The charts of groups: what they are made of stays small, and what they show is what they are given."""

from __future__ import annotations

import pandas as pd
import pytest
from drawing import WORDS, svg

from collapse_lib import charts, recorded
from collapse_lib.experiments import mixtures


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


def test_the_fate_of_a_small_group_is_a_dot_a_generation_and_a_law_with_its_number_of_samples():
    rows = pd.DataFrame({"samples": 2 * [50] + 2 * [1_000], "generation": [0, 1, 0, 1], "gone": [0.1, 0.2, 0.0, 0.1]})
    drawn = svg(charts.mixtures.lost(rows, rows, **WORDS))
    assert drawn.count('aria-roledescription="circle"') == 4
    assert drawn.count('aria-roledescription="line mark"') == 2
    assert ">50</text>" in drawn and ">1,000</text>" in drawn
