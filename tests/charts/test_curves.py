"""Curves over generations: named lines without a legend, axes, bands and laws in one chart."""

from __future__ import annotations

import altair as alt
import pandas as pd

from collapse_lib.charts import curves, style

TABLE = pd.DataFrame(
    {
        "policy": ["replace"] * 3 + ["10% kept"] * 2,
        "generation": [0, 1, 2, 0, 1],
        "left": [1.0, 0.6, 0.4, 1.0, 0.7],
        "low": [0.9, 0.5, 0.3, 0.9, 0.6],
        "high": [1.1, 0.7, 0.5, 1.1, 0.8],
    }
)
NAMES = {"x": "generation", "y": "left", "series": "policy", "colours": style.POLICIES}


def finished(chart: alt.TopLevelMixin) -> dict:
    return style.finished(chart, title="Rare words go first", description="A line that falls.").to_dict()


def lines(**settings) -> alt.LayerChart:
    return curves.lines(TABLE, **NAMES, x_title="Generation", y_title="Words left", **settings)


def rows(chart: dict, layer: dict) -> list[dict]:
    return chart["datasets"][layer["data"]["name"]]


def test_each_line_carries_its_name_at_its_own_end_and_there_is_no_legend():
    chart = finished(lines())
    texts = [layer for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    assert [(row["policy"], row["generation"]) for row in rows(chart, texts[0])] == [("replace", 2), ("10% kept", 1)]
    assert all(layer["encoding"]["color"]["legend"] is None for layer in chart["layer"])


def test_axes_are_linear_unless_ticks_for_a_logarithmic_one_are_given():
    assert finished(lines())["layer"][0]["encoding"]["y"]["scale"]["type"] == "linear"
    encoding = finished(lines(y_log=[0.1, 1], domain=(0.1, 1)))["layer"][0]["encoding"]["y"]
    assert encoding["scale"]["type"] == "log"
    assert encoding["scale"]["domain"] == [0.1, 1]
    assert encoding["axis"]["values"] == [0.1, 1]


def test_a_band_and_a_law_lie_in_one_chart_with_the_lines():
    band = curves.band(TABLE, x="generation", low="low", high="high", series="policy", colours=style.POLICIES)
    law = curves.law(TABLE, x="generation", y="left", detail="policy")
    chart = finished(alt.layer(band, lines(), law))
    assert chart["layer"][0]["encoding"]["y2"]["field"] == "high"
    assert chart["layer"][-1]["mark"]["color"] == style.THEORY
    assert chart["layer"][-1]["mark"]["strokeDash"]
    assert "detail" not in finished(curves.law(TABLE, x="generation", y="left"))["encoding"]
