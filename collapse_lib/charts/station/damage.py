"""What each error costs, what each cure saves, and how sure one can be that the rare is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from ... import checks
from ..style import SYNTHETIC, THEORY, between, finished

NAME = {"fontSize": 13, "fontWeight": 600}
PALE = between("#fff4ec", "#e59a66", 14)  # from nobody to seven passengers in ten; dark words stand out on all of it
PERCENT = alt.Axis(format="%", tickCount=5)
FITS = alt.X(
    "fits:Q",
    title="generation",
    scale=alt.Scale(nice=False),
    axis=alt.Axis(grid=False, tickMinStep=1, labelExpr="datum.value ? format(datum.value - 1, 'd') : 'truth'"),
)


class Line(NamedTuple):
    """How a series is drawn: its dashes ([1, 0] for none), the fit at which its name stands, and how far below."""

    dashes: list[int]
    at: int
    below: int


def mean_total_variation(table: pd.DataFrame, *, title: str, remark: str) -> Any:
    """Return what each of three errors costs by itself, the second being the one that strikes once.

    `table`: a row per series and number of fits (0 is the truth); columns series, fits, total_variation. `remark` ends
    the description, which says the numbers.
    """
    checks.as_table(table, "series", "fits", "total_variation")
    checks.as_many(table["series"].unique(), 3, "series")
    first, second, third = table["series"].unique()
    return _costs(
        table,
        {first: Line([1, 0], 10, -12), second: Line([8, 4], 1, -12), third: Line([2, 3], 10, -14)},
        title=title,
        remark=remark,
    )


def offset(table: pd.DataFrame, *, title: str, remark: str) -> Any:
    """Return what two errors cost alone, first and last, and together, between them; `table` as above."""
    checks.as_table(table, "series", "fits", "total_variation")
    checks.as_many(table["series"].unique(), 3, "series")
    dashes = [[1, 0], [8, 4], [2, 3]]
    return _costs(
        table,
        {name: Line(dash, 10, -12) for name, dash in zip(table["series"].unique(), dashes, strict=True)},
        title=title,
        remark=remark,
    )


def _costs(table: pd.DataFrame, lines: Mapping[str, Line], *, title: str, remark: str) -> Any:
    base = alt.Chart(table).encode(
        x=FITS, y=alt.Y("total_variation:Q", title="passengers at the wrong time", axis=PERCENT)
    )
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
    last = table[table["fits"] == table["fits"].max()]
    ends = _said(last["series"], last["total_variation"])
    return finished(
        alt.layer(curves, *words),
        title=title,
        description=f"Line chart of passengers at the wrong time after each fit. Of 100, at the end: {ends}. {remark}",
    )


def _side(at: float, every: pd.Series[Any]) -> str:
    return "right" if at == every.max() else "left"


def _said(names: pd.Series[str], shares: pd.Series[float]) -> str:
    return ", ".join(f"{name} {100 * share:.0f}" for name, share in zip(names, shares, strict=True))


def cures(table: pd.DataFrame, *, title: str) -> Any:
    """Return a row an example and a column a cure, with the passengers of 100 that are still at the wrong time.

    `table`: a row per example and cure, in the order in which they are drawn; columns example, cure, total_variation.
    """
    checks.as_table(table, "example", "cure", "total_variation")
    top = alt.Axis(
        orient="top", labelAngle=0, labelExpr="split(datum.label, ' ')", domain=False, ticks=False, grid=False
    )
    base = alt.Chart(table).encode(
        x=alt.X("cure:N", sort=None, title=None, axis=top),
        y=alt.Y("example:N", sort=None, title=None, axis=None, scale=alt.Scale(paddingInner=0.5, paddingOuter=0.65)),
    )
    strength = alt.Color(
        "total_variation:Q", legend=None, scale=alt.Scale(type="quantize", domain=[0, 0.7], range=PALE)
    )
    percent = base.transform_calculate(percent="format(100 * datum.total_variation, '.0f')")
    rows = alt.Chart(table.drop_duplicates("example")).mark_text(align="left", dy=-9, color=THEORY, **NAME)
    groups = table.groupby("example", sort=False)
    said = ". ".join(f"{example}: {_said(group['cure'], group['total_variation'])}" for example, group in groups)
    return finished(
        alt.layer(
            base.mark_rect(stroke="white", strokeWidth=2, cornerRadius=3).encode(color=strength),
            percent.mark_text(fontSize=15, fontWeight=600, color=THEORY).encode(text="percent:N"),
            rows.encode(x=alt.value(2), y=alt.Y("example:N", sort=None, bandPosition=0), text="example:N"),
        ),
        title=title,
        description=f"Table in colour. Of 100 passengers, at the wrong time. {said}.",
        height=340,
    )


def lost(table: pd.DataFrame, *, title: str) -> Any:
    """Return the chance that nobody travels late any more: dots for what was run, a dashed line for what is exact.

    `table`: a row per number of fits and of tickets; columns fits, tickets (text), simulated, exact.
    """
    checks.as_table(table, "fits", "tickets", "simulated", "exact")
    base = alt.Chart(table).encode(x=FITS)
    last = table[table["fits"] == table["fits"].max()]
    y = alt.Y("simulated:Q", title="runs without a late passenger", axis=PERCENT, scale=alt.Scale(domain=[0, 1]))
    names = alt.Chart(last).mark_text(align="right", dy=-20, color=SYNTHETIC, **NAME)
    return finished(
        alt.layer(
            base.mark_circle(color=SYNTHETIC, size=60).encode(y=y),
            base.mark_line(color=THEORY, strokeDash=[5, 3], strokeWidth=1.5).encode(y="exact:Q", detail="tickets:N"),
            names.encode(x=FITS, y="exact:Q", text="tickets:N"),
        ),
        title=title,
        description=(
            "Chart of the share of runs without late passengers after each fit, dots for runs on dashed lines for the "
            f"exact probability. In percent, at the end: {_said(last['tickets'], last['exact'])}."
        ),
    )
