"""A roll call: every word of a bag by its name, told apart by whether the newest copy still has it."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import REAL, THEORY, choice, finished, slider

ROWS = 10  # names in a column
HEADINGS = {"group": -3.4, "sentence": -2.4, "answers": -1.6}  # what stands above the columns, and in which row
LOST = "#767676"  # the palest grey that has a contrast of 4.5 to 1 on white


def survivors(table: pd.DataFrame, *, title: str) -> Any:
    """Return the words by name, bold while they are left, with a slider for the copies and buttons for the policy.

    `table`: a row per word and policy, the words of a group next to one another; columns name, group, policy, and
    counts: how often the word stands in the original, in the first copy, in the second and so on, a list.
    """
    checks.as_table(table, "name", "group", "policy", "counts")
    copies = slider("copies", "Copies made: ", range(len(table["counts"].iloc[0])), start=0)
    policy = choice("policy", "Policy: ", list(table["policy"].unique()), start=table["policy"].iloc[0])
    placed = _placed(table)
    base = (
        alt.Chart(placed)
        .transform_filter("datum.policy == policy")
        .transform_calculate(now="datum.counts[copies]", left="datum.counts[copies] > 0 ? 1 : 0")
        .encode(x=_axis(alt.X, "column", [0, placed["column"].max() + 0.9]), y=_axis(alt.Y, "row", [ROWS - 0.4, -4]))
    )
    names = base.encode(text="name:N")
    lost = names.transform_filter("!datum.left").mark_text(align="left", color=LOST, fontSize=11)
    left = names.transform_filter("datum.left").mark_text(align="left", color=REAL, fontSize=12, fontWeight=700)
    return finished(
        alt.layer(lost, left, *_headings(base)).add_params(copies, policy),
        title=title,
        description=(
            f"The names of {table['name'].nunique()} words, in columns by how often they stand in the original, "
            "with a slider for the number of copies made and buttons for the policy. Names in bold are in the "
            "newest copy, pale ones are gone. Above each column: how many of its words are left, and how often "
            "they stand there in all."
        ),
        height=23 * (ROWS + 4),
    )


def _axis(channel: Any, field: str, domain: list[float]) -> Any:
    return channel(f"{field}:Q", axis=None, scale=alt.Scale(domain=domain, nice=False))


def _placed(table: pd.DataFrame) -> pd.DataFrame:
    place = table.groupby(["policy", "group"], sort=False).cumcount()
    columns = place.groupby(table["group"], sort=False).max() // ROWS + 1
    first = table["group"].map(columns.cumsum() - columns)
    return table.assign(first=first, column=first + place // ROWS, row=place % ROWS)


def _headings(base: Any) -> list[Any]:
    sums = base.transform_aggregate(
        alive="sum(left)", words="count()", total="sum(now)", groupby=["group", "first"]
    ).transform_calculate(
        sentence="datum.alive + ' of ' + datum.words + ' left'", answers="datum.total + ' answers'"
    )  # fmt: skip
    heading = sums.mark_text(align="left", color=THEORY, fontSize=12, fontWeight=600)
    return [heading.encode(x="first:Q", y=alt.datum(row), text=f"{field}:N") for field, row in HEADINGS.items()]
