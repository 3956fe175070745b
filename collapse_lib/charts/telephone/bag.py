"""A bag of words before anybody copies it: one dot a slip, the frequent words first, one word to follow."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import REAL, THEORY, finished, menu, slider

COLUMNS = 40  # dots side by side: they still stand apart on a telephone
MOST = 40  # where the slider ends
_DOT = alt.ExprRef("min(60, width * width / 5000)")
_SAY = "format(datum.words, ',') + (at_most == 1 ? ' words stand here once: ' : ' words stand here ' + at_most + "
_SAY += "' times or less: ') + format(datum.slips, ',') + ' slips'"


def bag(table: pd.DataFrame, *, title: str) -> Any:
    """Return the slips as dots; a slider marks the words that are no more frequent, a menu picks one to follow.

    `table`: a row per slip; columns word and times, how often its word stands in the bag.
    """
    checks.as_table(table, "word", "times")
    placed = table.sort_values(["times", "word"], ascending=[False, True], ignore_index=True)
    placed = placed.assign(x=placed.index % COLUMNS, y=placed.index // COLUMNS)
    once = sorted(placed.loc[placed["times"] == 1, "word"], key=str.lower)
    at_most = slider("at_most", "Words that stand here this often, or less: ", range(1, MOST + 1), start=1)
    follow = menu("follow", "Follow a word: ", once, start=once[len(once) // 2])
    last = int(placed["y"].max())
    base = alt.Chart(placed).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.7, COLUMNS - 0.3], nice=False)),
        y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[last + 0.8, -5], nice=False)),
        tooltip=["word:N", alt.Tooltip("times:Q", title="stands here, times")],
    )
    marked = base.transform_filter("datum.times <= at_most")
    followed = base.transform_filter("datum.word == follow")
    caption = {"align": "left", "baseline": "top", "fontSize": 13, "fontWeight": 600}
    said = marked.transform_aggregate(slips="count()", words="distinct(word)").transform_calculate(say=_SAY)
    name = followed.transform_calculate(say="'You follow: ' + datum.word")
    place = {"x": alt.value(0), "tooltip": alt.Undefined}
    return finished(
        alt.layer(
            base.mark_circle(size=_DOT, opacity=1, color="#c9c9c9"),
            marked.mark_circle(size=_DOT, opacity=1, color=REAL),
            followed.mark_point(size=220, opacity=1, color=THEORY, strokeWidth=2.5),
            said.mark_text(color=REAL, **caption).encode(text="say:N", y=alt.value(0), **place),
            name.mark_text(color=THEORY, **caption).encode(text="say:N", y=alt.value(20), **place),
        ).add_params(at_most, follow),
        title=title,
        description=(
            f"{len(placed):,} dots, one for each slip in the bag, the most frequent words first and those that stand "
            "there once at the end. A slider marks all words that stand there as often as it says, or less, and a "
            "sentence counts them. A menu picks one of the words that stand there once; a ring shows its one dot."
        ),
        height=340,
    )
