"""What each error costs, what each cure saves, and how sure one can be that the rare is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from .style import SYNTHETIC, THEORY, finished

NAME = {"fontSize": 13, "fontWeight": 600}
PALE = ["#fff4ec", "#e59a66"]  # from nobody to seven passengers in ten; dark words stand out on all of it
PERCENT = alt.Axis(format="%", tickCount=5)
FITS = alt.X(
    "fits:Q",
    title="times fitted (0 is the truth)",
    scale=alt.Scale(nice=False),
    axis=alt.Axis(grid=False, format="d", tickMinStep=1),
)


class Line(NamedTuple):
    """How a series is drawn: its dashes ([1, 0] for none), the fit at which its name stands, and how far below."""

    dashes: list[int]
    at: int
    below: int


def toll(table: pd.DataFrame, lines: Mapping[str, Line], *, title: str, description: str) -> Any:
    """Return how much of the day is wrong after each fit, a line a series with its name on it.

    `table`: a row per series and number of fits (0 is the truth); columns series, fits, misplaced.
    """
    base = alt.Chart(table).encode(x=FITS, y=alt.Y("misplaced:Q", title="passengers at the wrong time", axis=PERCENT))
    dashes = alt.Scale(domain=list(lines), range=[line.dashes for line in lines.values()])
    curves = base.mark_line(color=SYNTHETIC, strokeWidth=2.5, point={"color": SYNTHETIC, "size": 30}).encode(
        strokeDash=alt.StrokeDash("series:N", scale=dashes, legend=None)
    )
    words = [
        base.transform_filter((alt.datum.series == series) & (alt.datum.fits == line.at))
        .mark_text(align=_side(line.at, table["fits"]), dy=line.below, color=SYNTHETIC, **NAME)
        .encode(text="series:N")
        for series, line in lines.items()
    ]
    return finished(alt.layer(curves, *words), title=title, description=description)


def _side(at: float, every: pd.Series[Any]) -> str:
    return "right" if at == every.max() else "left"


def lost(table: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the chance that nobody travels late any more: dots for what was run, a dashed line for what is exact.

    `table`: a row per number of fits and of tickets; columns fits, tickets (text), simulated, exact.
    """
    base = alt.Chart(table).encode(x=FITS)
    last = base.transform_filter(alt.datum.fits == table["fits"].max())
    y = alt.Y("simulated:Q", title="runs without a late passenger", axis=PERCENT, scale=alt.Scale(domain=[0, 1]))
    return finished(
        alt.layer(
            base.mark_circle(color=SYNTHETIC, size=60).encode(y=y),
            base.mark_line(color=THEORY, strokeDash=[5, 3], strokeWidth=1.5).encode(y="exact:Q", detail="tickets:N"),
            last.mark_text(align="right", dy=-14, color=SYNTHETIC, **NAME).encode(y="exact:Q", text="tickets:N"),
        ),
        title=title,
        description=description,
    )


def cures(table: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return a row an example and a column a cure, with the passengers of 100 that are still at the wrong time.

    `table`: a row per example and cure, in the order in which they are drawn; columns example, cure, misplaced.
    """
    base = alt.Chart(table).encode(
        x=alt.X(
            "cure:N",
            sort=None,
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=0,
                labelExpr="split(datum.label, ' ')",
                domain=False,
                ticks=False,
                grid=False,
                offset=4,
            ),
        ),
        y=alt.Y("example:N", sort=None, title=None, axis=None, scale=alt.Scale(paddingInner=0.5, paddingOuter=0.5)),
    )
    strength = alt.Color("misplaced:Q", legend=None, scale=alt.Scale(domain=[0, 0.7], range=PALE))
    rows = alt.Chart(table.drop_duplicates("example")).mark_text(align="left", dy=-9, color=THEORY, **NAME)
    return finished(
        alt.layer(
            base.mark_rect(stroke="white", strokeWidth=2, cornerRadius=3).encode(color=strength),
            base.mark_text(fontSize=15, fontWeight=600, color=THEORY).encode(
                text=alt.Text("percent:N")
            ).transform_calculate(percent="format(100 * datum.misplaced, '.0f')"),
            rows.encode(x=alt.value(2), y=alt.Y("example:N", sort=None, bandPosition=0), text="example:N"),
        ),
        title=title,
        description=description,
        height=360,
    )  # fmt: skip
