"""What a language model says and no longer says: sentences to read, and every word of its language as a dot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import POLICIES, REAL, SYNTHETIC, THEORY, between, choice, finished, slider

COLUMNS = 26  # dots in a row
WIDE = "width > 560"  # where a sentence fits on one line
SAID = ["#c9c9c9", *between("#e8b48a", SYNTHETIC, 5)]  # by no run, by one run, ..., by five


def sentences(table: pd.DataFrame, *, written: int, title: str, description: str) -> Any:
    """Return six sentences that a generation wrote, with a slider for it and buttons for the beginning and the policy.

    `table`: a row per policy, generation, beginning and place 0 .. 5; columns narrow and wide (the sentence with line
    breaks), allowed, and the shares different and grammatical of all that the generation wrote: `written` sentences.
    """
    checks.as_table(
        table, "policy", "generation", "beginning", "place", "narrow", "wide", "allowed", "different", "grammatical"
    )
    checks.whole(written, "written", least=1)
    controls = [
        slider("read", "Generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice("read_from", "Beginning with: ", table["beginning"].unique().tolist(), start="anything"),
        choice("read_policy", "Policy: ", list(POLICIES), start="replace"),
    ]
    chosen = "datum.generation == read && datum.policy == read_policy && datum.beginning == read_from"
    rows = alt.Chart(table).transform_filter(chosen)
    text = (
        rows.transform_calculate(text=f"{WIDE} ? datum.wide : datum.narrow")
        .mark_text(align="left", baseline="middle", lineBreak="\n", lineHeight=16, fontSize=14)
        .encode(
            x=alt.value(6),
            y=alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[-1.1, 5.6], reverse=True, nice=False)),
            text="text:N",
            color=alt.condition("datum.allowed", alt.value(THEORY), alt.value(SYNTHETIC)),
        )
    )
    note = (
        rows.transform_filter("datum.place == 0")
        .transform_calculate(
            text=f"[format(datum.different, '.0%') + ' of its {written:,} sentences differ,', "
            "format(datum.grammatical, '.0%') + ' are sentences of the language']"
        )
        .mark_text(align="left", baseline="top", fontSize=13, fontWeight=600, color=REAL, lineHeight=16)
        .encode(x=alt.value(6), y=alt.value(4), text="text:N")
    )
    return finished(
        alt.layer(text, note).add_params(*controls),
        title=title,
        description=description,
        height=440,
    )


def words(table: pd.DataFrame, policies: Sequence[str], *, written: int, title: str, description: str) -> Any:
    """Return every word as a dot, from frequent to rare, darker the more runs still say it; a slider and buttons.

    `table`: a row per word, from frequent to rare; columns word, expected (how often in `written` real sentences), and
    a column per policy with how many of the five runs said it in each generation, a list.
    """
    checks.as_table(table, "word", "expected", *checks.entries(policies, "policies"))
    checks.whole(written, "written", least=1)
    last = len(table[policies[0]].iloc[0]) - 1
    controls = [
        slider("said", "Generation: ", range(last + 1), start=0),
        choice("said_policy", "Policy: ", list(policies), start=policies[0]),
    ]
    placed = table.assign(row=table.index // COLUMNS, column=table.index % COLUMNS)
    bottom = float(placed["row"].max() + 1.2)
    base = (
        alt.Chart(placed)
        .transform_calculate(runs="datum[said_policy][said]")
        .encode(
            x=alt.X("column:Q", axis=None, scale=alt.Scale(domain=[-0.6, COLUMNS - 0.4], nice=False)),
            y=alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[-3.6, bottom + 0.6], reverse=True, nice=False)),
        )
    )
    told = [
        alt.Tooltip("word:N"),
        alt.Tooltip("expected:Q", title=f"times in {written:,} real sentences"),
        alt.Tooltip("runs:Q", title=f"runs of {len(SAID) - 1} that say it"),
    ]
    dots = base.mark_circle(opacity=1).encode(
        color=alt.Color("runs:O", scale=alt.Scale(domain=list(range(6)), range=SAID), legend=None),
        size=alt.condition("datum.runs > 0", alt.value(70), alt.value(14)),
        tooltip=told,
    )
    names = {-1.3: "the most frequent words", bottom: "the rarest words"}
    labels = [
        base.transform_filter("datum.row == 0 && datum.column == 0")
        .mark_text(align="left", dx=-4, fontSize=13, color=THEORY, baseline="middle")
        .encode(y=alt.datum(place), text=alt.value(name))
        for place, name in names.items()
    ]
    count = (
        base.transform_calculate(gone="datum.runs == 0 ? 1 : 0")
        .transform_aggregate(gone="sum(gone)", words="count()")
        .transform_calculate(text="datum.gone + ' of ' + datum.words + ' words said in no run'")
        .mark_text(align="left", fontSize=13, fontWeight=600, color=REAL)
        .encode(x=alt.value(2), y=alt.datum(-3), text="text:N")
    )
    return finished(
        alt.layer(dots, *labels, count).add_params(*controls),
        title=title,
        description=description,
        height=380,
    )
