"""Chart of content workflows: the month in which each team tips, by what it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .style import KEPT, SYNTHETIC, THEORY, finished, slider


def early_or_never(
    table: pd.DataFrame, ends: pd.DataFrame, *, kept: Sequence[int], start: int, title: str, description: str
) -> Any:
    """Return the tipping month of each team by the share it keeps, with a slider for that share.

    `table`: a row per team and share while it tips at all; columns team, kept (percent), month. `ends`: a row per team;
    columns team, enough (percent), month (the last one in `table`). Beyond `enough` a team never tips.
    """
    checks.as_table(table, "team", "kept", "month")
    checks.as_table(ends, "team", "enough", "month", name="ends")
    checks.entries(kept, "kept")
    top = 12 * (int(table["month"].max()) // 12 + 2)
    at = slider("kept_share", "Kept from people, %: ", kept, start=start)
    room = alt.Scale(
        domain=[kept[0] - 3, kept[-1]], nice=False
    )  # for the numbers, which stand to the left of their dots
    x = alt.X("kept:Q", title="kept from people, %", axis=alt.Axis(values=list(kept)[::5]), scale=room)
    years = alt.Axis(values=list(range(0, top, 12)))
    y = alt.Y("month:Q", title="month in which it tips", axis=years, scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(table).encode(x=x, y=y, detail="team:N")
    lines = base.mark_line(strokeWidth=2.5, color=SYNTHETIC)
    now = base.transform_filter("abs(datum.kept - kept_share) < 0.01")
    numbers = now.mark_text(align="right", dx=-6, dy=-11, fontSize=14, fontWeight=600, color=SYNTHETIC).encode(
        text="month:Q"
    )
    chosen = alt.Chart(pd.DataFrame({"x": [0]})).transform_calculate(kept="kept_share")
    edge = alt.Chart(ends).encode(x="enough:Q")
    text = {"baseline": "top", "fontSize": 13, "fontWeight": 600}
    return finished(
        alt.layer(
            chosen.mark_rule(color=KEPT, strokeWidth=1.5).encode(x="kept:Q"),
            lines,
            edge.mark_rule(strokeWidth=2.5, color=SYNTHETIC).encode(y="month:Q", y2=alt.value(0)),
            edge.mark_text(align="right", dx=-6, color=THEORY, **text).encode(y=alt.value(2), text="team:N"),
            edge.mark_text(align="left", dx=6, color=KEPT, **text).encode(y=alt.value(20), text=alt.value("never")),
            now.mark_circle(size=150, opacity=1, color=SYNTHETIC),
            numbers,
        ).add_params(at),
        title=title,
        description=description,
        height=320,
    )
