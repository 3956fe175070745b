"""How surprised the first model is by each block of a later one: a histogram that moves as generations pass."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import POLICIES, SYNTHETIC, THEORY, choice, finished, slider

TICKS = (2, 5, 10, 20, 50, 100, 200, 500, 1_000)


def histogram(table: pd.DataFrame, middle: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the share of blocks by their perplexity under generation 0, with a slider for who wrote them.

    `table`: a row per policy, decoding, generation and bin; columns low, high, share, first (generation 0's own).
    `middle`: a row per policy, decoding and generation; columns median and tail_share.
    """
    checks.as_table(table, "policy", "decoding", "generation", "low", "high", "share", "first")
    checks.as_table(middle, "policy", "decoding", "generation", "median", "tail_share", name="middle")
    decodings = table["decoding"].unique().tolist()
    controls = [
        slider("scored", "Written by generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice("scored_decoding", "How it writes: ", decodings, start=decodings[0]),
        choice("scored_policy", "Policy: ", list(POLICIES), start="replace"),
    ]
    chosen = "datum.generation == scored && datum.decoding == scored_decoding && datum.policy == scored_policy"
    base = alt.Chart(table).transform_filter(chosen).encode(x=_across(table))
    height = alt.Scale(domain=[0, 1.1 * float(table["share"].max())], nice=False)
    first = alt.Y("first:Q", title="share of the blocks", axis=alt.Axis(format="%"), scale=height)
    return finished(
        alt.layer(
            base.mark_bar(color=SYNTHETIC, opacity=0.75, clip=True).encode(x2="high:Q", y="share:Q", y2=alt.datum(0)),
            base.mark_line(interpolate="step-after", color=THEORY, strokeWidth=1.5, clip=True).encode(y=first),
            _note(middle[["policy", "decoding", "generation", "median", "tail_share"]], chosen),
        ).add_params(*controls),
        title=title,
        description=description,
        height=280,
    )


def _across(table: pd.DataFrame) -> Any:
    limits = [float(table["low"].min()), float(table["high"].max())]
    scale = alt.Scale(type="log", domain=limits, nice=False)
    return alt.X("low:Q", title="perplexity of a block, to generation 0", axis=alt.Axis(values=TICKS), scale=scale)


def _note(middle: pd.DataFrame, chosen: str) -> Any:
    lines = ("'the middle one of five runs:'", "'half lie below ' + format(datum.median, '.1f')",
             "'far tail: ' + format(datum.tail_share, '.1%')", "'(generation 0: 1%)'")  # fmt: skip
    return (
        alt.Chart(middle)
        .transform_filter(chosen)
        .transform_calculate(text=f"[{', '.join(lines)}]")
        .mark_text(align="right", baseline="top", fontSize=13, color=THEORY)
        .encode(x=alt.value("width"), y=alt.value(6), text="text:N")
    )
