"""Charts of the squared distance to the truth: of the average, of the typical lineage, and under three policies."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..curves import lines
from ..style import KEPT, LIBRARY, REAL, SYNTHETIC, THEORY, choice, finished

POLICIES = {"replace": SYNTHETIC, "10% fresh": KEPT, "accumulate": LIBRARY}
TENS = [0.01, 0.1, 1, 10, 100, 1_000]  # ticks of a logarithmic axis


def average_and_typical(table: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return squared distance to the truth: exact average, simulated average, typical lineage and the middle half.

    `table`: a row per generation (from 1 on); columns exact, mean, median, q1, q3.
    """
    checks.as_table(table, "generation", "exact", "mean", "median", "q1", "q3")
    base = alt.Chart(table).encode(
        x=alt.X(
            "generation:Q",
            title="generation",
            scale=alt.Scale(type="log", nice=False),
            axis=alt.Axis(values=TENS, format=",.3~r"),
        ),
    )
    hover = alt.selection_point(on="pointerover", nearest=True, fields=["generation"], empty=False)
    y = alt.Y(
        "median:Q",
        title="squared distance W2² to the truth",
        scale=alt.Scale(type="log", domain=[0.005, 150], nice=False),
        axis=alt.Axis(values=TENS, format=",.3~r"),
    )
    rows = [alt.Tooltip(f"{name}:Q", format=".3~g") for name in ("generation", "exact", "mean", "median", "q1", "q3")]
    last = table[table.generation == table.generation.max()]
    names = [("exact", "average: theory", THEORY, -8), ("mean", "average: simulated", REAL, 12),
             ("median", "typical lineage", SYNTHETIC, 14)]  # fmt: skip
    labels = [
        alt.Chart(last.assign(text=text))
        .mark_text(align="right", dy=dy, dx=-2, fontSize=13, fontWeight=600, color=colour)
        .encode(x="generation:Q", y=f"{column}:Q", text="text:N")
        for column, text, colour, dy in names
    ]
    return finished(
        alt.layer(
            base.mark_area(opacity=0.18, color=SYNTHETIC).encode(y=alt.Y("q1:Q"), y2="q3:Q"),
            base.mark_line(color=SYNTHETIC, strokeWidth=2.5).encode(y=y),
            base.mark_line(color=REAL, strokeWidth=2).encode(y="mean:Q"),
            base.mark_line(color=THEORY, strokeDash=[5, 3], strokeWidth=1.5).encode(y="exact:Q"),
            base.mark_point(size=60, filled=True, color=SYNTHETIC).encode(
                y=y, tooltip=rows, opacity=alt.condition(hover, alt.value(1), alt.value(0))
            ).add_params(hover),
            *labels,
        ),
        title=title,
        description=description,
        height=340,
    )  # fmt: skip


def policies(table: pd.DataFrame, ceiling: float, *, title: str, description: str) -> Any:
    """Return squared distance by policy, with buttons for the average and the typical lineage.

    `table`: a row per policy, generation (from 1 on) and view; columns policy, generation, view, distance.
    """
    checks.as_table(table, "policy", "generation", "view", "distance")
    ceiling = checks.within(ceiling, "ceiling")
    view = choice("view", "Show: ", list(table["view"].unique()), start=table["view"].iloc[0])
    curves = lines(table, x="generation", y="distance", series="policy", colours=POLICIES, x_title="generation",
                   y_title="squared distance W2² to the truth", x_log=TENS, y_log=TENS, domain=(0.01, 14),
                   where="datum.view == view")  # fmt: skip
    limit = alt.Chart(pd.DataFrame({"y": [ceiling], "text": ["π²/6 × the first fit"]})).encode(y="y:Q")
    return finished(
        alt.layer(
            curves,
            limit.mark_rule(color=THEORY, strokeDash=[5, 3]),
            limit.mark_text(color=THEORY, fontSize=12, dy=12).encode(x=alt.datum(25), text="text:N"),
        ).add_params(view),
        title=title,
        description=description,
    )
