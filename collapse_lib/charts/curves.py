"""Curves over generations: one line a series, its name at its end, a band for the spread, a law on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .style import THEORY, palette

ABOVE = -9  # pixels; where a line's name stands


def lines(
    table: pd.DataFrame,
    *,
    x: str,
    y: str,
    series: str,
    colours: Mapping[str, str],
    x_title: str,
    y_title: str,
    x_log: Sequence[float] | None = None,
    y_log: Sequence[float] | None = None,
    domain: tuple[float, float] | None = None,
    where: str = "true",
    below: Mapping[str, int] | None = None,
) -> Any:
    """Return a line a series with its name at its end.

    `table`: a row per series and x; columns named by x, y, series. `x_log`, `y_log`: the tick values that make an axis
    logarithmic. `domain`: limits of y. `where`: a Vega expression that picks rows, for a control.
    `below`: how many pixels below its line's end a series is named, where that is not a little above.
    """
    checks.as_table(table, x, y, series)
    checks.mapping(colours, "colours")
    limits: dict[str, Any] = {} if domain is None else {"domain": list(domain)}
    base = (
        alt.Chart(table)
        .transform_filter(where)
        .encode(
            x=alt.X(f"{x}:Q", title=x_title, scale=_scale(x_log), axis=_axis(x_log, tickMinStep=1)),
            y=alt.Y(f"{y}:Q", title=y_title, scale=_scale(y_log, **limits), axis=_axis(y_log)),
            color=alt.Color(f"{series}:N", scale=palette(colours), legend=None),
        )
    )
    last = table[x] == table.groupby(series)[x].transform("max")
    places = table[series].map(below or {}).fillna(ABOVE)
    names = [
        base.properties(data=table[last & (places == place)])
        .mark_text(align="right", dy=int(place), fontSize=13, fontWeight=600)
        .encode(text=f"{series}:N")
        for place in places.unique()
    ]
    return alt.layer(base.mark_line(strokeWidth=2.5, clip=True), *names)


def band(table: pd.DataFrame, *, x: str, low: str, high: str, series: str, colours: Mapping[str, str]) -> Any:
    """Return a pale band from `low` to `high`, one a series: the spread between replicates."""
    checks.as_table(table, x, low, high, series)
    checks.mapping(colours, "colours")
    return (
        alt.Chart(table)
        .mark_area(opacity=0.18, clip=True)
        .encode(
            x=f"{x}:Q",
            y=f"{low}:Q",
            y2=f"{high}:Q",
            color=alt.Color(f"{series}:N", scale=palette(colours), legend=None),
        )
    )


def law(table: pd.DataFrame, *, x: str, y: str, detail: str | None = None) -> Any:
    """Return a dashed dark line: what theory says, drawn on top of what was simulated."""
    checks.as_table(table, x, y, *([] if detail is None else [detail]))
    encodings: dict[str, Any] = {"x": f"{x}:Q", "y": f"{y}:Q"}
    if detail is not None:
        encodings["detail"] = f"{detail}:N"
    return alt.Chart(table).mark_line(strokeWidth=1.5, strokeDash=[5, 3], color=THEORY, clip=True).encode(**encodings)


def _scale(log: Sequence[float] | None, **limits: Any) -> alt.Scale:
    return alt.Scale(type="linear" if log is None else "log", nice=False, **limits)


def _axis(log: Sequence[float] | None, **linear: Any) -> alt.Axis:
    # Numbers stand apart also on a telephone: Vega leaves out those that would not.
    chosen = {"labelSeparation": 6, **linear} if log is None else {"values": list(log)}
    return alt.Axis(format=",.3~r", **chosen)
