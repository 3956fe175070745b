"""Charts of copies of copies: what is left of the rare words, and of a distribution with a long tail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..curves import law, lines
from ..style import POLICIES, REAL, SYNTHETIC, THEORY, finished, slider


def left(table: pd.DataFrame, theory: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the share of once-words that are still there, by policy, over the copies, with theory on top.

    `table`: columns policy, copy, left (shares). `theory`: the same columns, a row per policy and copy that has a law.
    """
    checks.as_table(table, "policy", "copy", "left")
    checks.as_table(theory, "policy", "copy", "left", name="theory")
    curves = lines(table, x="copy", y="left", series="policy", colours=POLICIES, x_title="copies made",
                   y_title="share of the once-words left", domain=(0, 1))  # fmt: skip
    nearest = alt.selection_point(on="pointerover", nearest=True, fields=["copy"], empty=False)
    dots = (
        alt.Chart(table)
        .mark_point(filled=True, size=50)
        .encode(
            x="copy:Q",
            y=alt.Y("left:Q"),
            color="policy:N",
            tooltip=["policy:N", "copy:Q", alt.Tooltip("left:Q", format=".0%", title="left")],
            opacity=alt.condition(nearest, alt.value(1), alt.value(0)),
        )
        .add_params(nearest)
    )
    return finished(
        alt.layer(curves, law(theory, x="copy", y="left", detail="policy"), dots),
        title=title,
        description=description,
    )


def tail(table: pd.DataFrame, generations: Sequence[int], *, title: str, description: str) -> Any:
    """Return one distribution as bars, with a slider over generations, and the original as an outline.

    `table`: a row per topic and generation; columns rank, share, original, generation, say (what there is to see).
    """
    checks.as_table(table, "rank", "share", "original", "generation", "say")
    generations = checks.entries(generations, "generations")
    at = slider("generation", "Generation: ", generations, start=generations[0])
    base = alt.Chart(table).transform_filter("datum.generation == generation")
    x = alt.X("rank:Q", title="topics, in the order of the original", axis=alt.Axis(labels=False, ticks=False),
              scale=alt.Scale(domain=[0, int(table["rank"].max()) + 1], nice=False))  # fmt: skip
    y = alt.Y("share:Q", title="share of what is written, stretched near 0", axis=alt.Axis(format="%"),
              scale=alt.Scale(type="sqrt", domain=[0, 1]))  # fmt: skip
    return finished(
        alt.layer(
            base.mark_rule(color=SYNTHETIC, strokeWidth=5).encode(x=x, y=y, y2=alt.datum(0)),
            base.mark_line(color=REAL, strokeWidth=2, interpolate="step").encode(x=x, y="original:Q"),
            base.transform_filter("datum.rank == 1")
            .mark_text(align="left", baseline="top", fontSize=13, color=THEORY)
            .encode(x=alt.value(70), y=alt.value(4), text="say:N"),
        ).add_params(at),
        title=title,
        description=description,
    )
