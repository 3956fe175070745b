"""A day at the station: as passengers have it, and as a model tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import REAL, SYNTHETIC, finished

NAME = {"fontSize": 13, "fontWeight": 600, "align": "left", "baseline": "top"}
WRONG = "format(datum.wrong, '.0%') + ' at the wrong time'"
QUIET = "#595959"


def day(
    table: pd.DataFrame, real: pd.DataFrame, controls: Sequence[Any], *, where: str, title: str, description: str
) -> Any:
    """Return the model's day as bars, the real one as a line over them; a ring stands where nobody is left.

    `table`: a row per half-hour (time, its beginning; share) and setting; `controls` choose the setting by the Vega
    expression `where`. `real`: a row per half-hour, the same columns and region, a part of the day to be named, or "".
    """
    checks.as_table(table, "generation", "time", "share")
    checks.as_table(real, "time", "share", "region", name="real")
    shown = alt.Chart(_short(table)).transform_filter(where).transform_lookup("time", _looked_up(real))
    return finished(
        alt.layer(
            *_named(real),
            _bars(shown, top=1.3 * max(table["share"].max(), real["share"].max())),
            _outline(real),
            _rings(shown),
            *_verdict(shown),
        ).add_params(*controls),
        title=title,
        description=description,
    )


def _short(table: pd.DataFrame) -> pd.DataFrame:
    # Four digits are enough for a picture, and unlike decimals they keep apart what is rare and what is gone.
    return table.assign(share=[float(f"{share:.4g}") for share in table["share"]])


def _looked_up(real: pd.DataFrame) -> Any:
    return alt.LookupData(real.rename(columns={"share": "real"}), "time", ["real"])


def _named(real: pd.DataFrame) -> list[Any]:
    regions = (
        real[real["region"] != ""].groupby("region", as_index=False).agg(start=("time", "min"), last=("time", "max"))
    )
    base = alt.Chart(regions.assign(end=regions["last"] + 0.5)).encode(x=alt.X("start:Q"))
    words = base.mark_text(color=QUIET, fontSize=12, align="left", dx=4, baseline="top")
    return [base.mark_rect(color="#efefef").encode(x2="end:Q"), words.encode(y=alt.value(46), text="region:N")]


def _bars(shown: Any, *, top: float) -> Any:
    hours = alt.Axis(values=[0, 6, 12, 18, 24], labelExpr="datum.value + ':00'", grid=False, labelFlush=True)
    return (
        shown.transform_calculate(end="datum.time + 0.5")
        .mark_bar(color=SYNTHETIC, opacity=0.75, stroke="white", strokeWidth=0.5)
        .encode(
            x=alt.X("time:Q", title="time of day", scale=alt.Scale(domain=[0, 24]), axis=hours),
            x2="end:Q",
            y=alt.Y(
                "share:Q",
                title="passengers",
                axis=alt.Axis(format="%", tickCount=4),
                scale=alt.Scale(domain=[0, top], nice=False),
            ),
            y2=alt.datum(0),
            tooltip=[
                alt.Tooltip("time:Q", title="half-hour from"),
                alt.Tooltip("share:Q", title="model", format=".3%"),
                alt.Tooltip("real:Q", title="real", format=".3%"),
            ],
        )
    )


def _outline(real: pd.DataFrame) -> Any:
    steps = alt.Chart(real).transform_calculate(middle="datum.time + 0.25")
    return steps.mark_line(color=REAL, strokeWidth=2, interpolate="step").encode(x="middle:Q", y="share:Q")


def _rings(shown: Any) -> Any:
    return (
        shown.transform_filter("datum.share == 0 && datum.real > 0")
        .transform_calculate(middle="datum.time + 0.25")
        .mark_point(color=SYNTHETIC, size=24, strokeWidth=1.6, yOffset=-6)
        .encode(x="middle:Q", y=alt.datum(0))
    )


def _verdict(shown: Any) -> list[Any]:
    # It names the generation, so that the slider is answered where nothing else changes.
    total = (
        shown.transform_calculate(extra="max(datum.share - datum.real, 0)")
        .transform_aggregate(wrong="sum(extra)", groupby=["generation"])
        .transform_calculate(text=f"'model ' + datum.generation + ': ' + {WRONG}")
    )
    real = alt.Chart(pd.DataFrame({"text": ["real day"]}))
    return [
        chart.mark_text(color=colour, **NAME).encode(x=alt.value(4), y=alt.value(y), text="text:N")
        for chart, colour, y in ((total, SYNTHETIC, 2), (real, REAL, 21))
    ]
