"""What all charts share: fixed colours that can be read, a title, a description, controls in words."""

from __future__ import annotations

import re

import altair as alt
import numpy as np
import pandas as pd
import pytest

from collapse_lib.charts import style

COLOURS = [style.REAL, style.SYNTHETIC, style.KEPT, style.LIBRARY, style.THEORY]
TABLE = pd.DataFrame({"generation": [0, 1], "left": [1.0, 0.6]})


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour #rrggbb (Web Content Accessibility Guidelines 2)."""
    shares = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]


def finished(chart: alt.TopLevelMixin) -> dict:
    return style.finished(chart, title="Rare words go first", description="A line that falls.").to_dict()


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_stands_out_from_white_as_small_text_must(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_no_two_meanings_share_a_colour():
    assert len(set(COLOURS)) == 5


def test_colours_between_two_go_from_one_to_the_other_and_each_is_named():
    assert style.between("#fff4ec", "#e59a66", 3) == ["#fff4ec", "#f2c7a9", "#e59a66"]


def test_policies_have_the_colours_of_what_they_keep():
    assert style.POLICIES == {
        "replace": style.SYNTHETIC,
        "10% kept": style.KEPT,
        "accumulate": style.LIBRARY,
    }
    scale = style.palette(style.POLICIES).to_dict()
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == style.POLICIES


def test_a_finished_chart_has_a_description_and_fills_its_column():
    chart = finished(alt.Chart(TABLE).mark_point())
    assert chart["description"] == "A line that falls."
    assert chart["width"] == "container"


def test_a_long_title_is_broken_into_lines_that_fit_a_telephone():
    title = "Copy a copy often enough and the words that stood in it once are gone, one by one"
    chart = style.finished(alt.Chart(TABLE).mark_point(), title=title, description="-").to_dict()
    assert " ".join(chart["title"]["text"]) == title
    assert max(map(len, chart["title"]["text"])) <= style.TITLE_WIDTH


def test_a_slider_goes_from_the_first_value_to_the_last():
    control = style.slider("kept", "Kept, %: ", range(0, 101, 5), start=10).to_dict()
    parameter = finished(
        alt.Chart(TABLE).mark_point().add_params(style.slider("kept", "Kept, %: ", range(0, 101, 5), start=10))
    )
    assert control == {"expr": "kept"}
    assert parameter["params"][0] == {
        "name": "kept",
        "value": 10,
        "bind": {"input": "range", "min": 0, "max": 100, "step": 5, "name": "Kept, %: "},
    }


@pytest.mark.parametrize(("control", "kind"), [(style.choice, "radio"), (style.menu, "select")])
def test_a_choice_offers_its_options_and_starts_at_one(control, kind):
    parameter = finished(alt.Chart(TABLE).mark_point().add_params(control("policy", "Policy: ", ["a", "b"], start="b")))
    assert parameter["params"][0] == {
        "name": "policy",
        "value": "b",
        "bind": {"input": kind, "options": ["a", "b"], "name": "Policy: "},
    }


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: style.finished(None, title=" ", description="-"), "the title of a chart must not be empty, got ' '"),
        (
            lambda: style.finished(None, title="-", description=""),
            "description of a chart must not be empty, got ''",
        ),
        (
            lambda: style.slider("m", "M", [1], start=1),
            "values must be 2 or more, evenly spaced, got [1]",
        ),
        (lambda: style.slider("m", "M", [1, 2, 4], start=1), "values must be 2 or more, evenly spaced, got [1, 2, 4]"),
        (
            lambda: style.slider("m", "M", [1, 2], start=0),
            "start must be one of 1, 2, got 0",
        ),
        (
            lambda: style.choice("p", "P", ["a", "b"], start="c"),
            "start must be one of 'a', 'b', got 'c'",
        ),
        (
            lambda: style.menu("p", "P", ["a", "b"], start="c"),
            "start must be one of 'a', 'b', got 'c'",
        ),
    ],
)
def test_a_chart_that_nobody_could_read_or_move_is_refused(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


# Curves
