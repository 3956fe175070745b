"""Chart of tastes in a closed loop: how many words each leaves, by the share of real text that is read."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..curves import lines
from ..style import SYNTHETIC, THEORY, between, finished

WORD_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def words_left(table: pd.DataFrame, *, real: float, title: str, description: str) -> Any:
    """Return a line a decoding on a log axis, and a dashed one for the language itself.

    `table`: a row per decoding and kept (per cent); column words. `real`: how many words the language is worth.
    """
    checks.as_table(table, "decoding", "kept", "words")
    real = checks.positive(real, "real")
    names = table["decoding"].unique().tolist()
    left = lines(
        table,
        x="kept",
        y="words",
        series="decoding",
        colours=dict(zip(names, between(SYNTHETIC, THEORY, len(names)), strict=True)),
        x_title="real text in what is read, %",
        y_title="words left in the end",
        y_log=WORD_TICKS,
        domain=(0.9, 1.1 * max(real, float(table["words"].max()))),
        below={"T = 0.9": 20},
    )
    language = alt.Chart(pd.DataFrame({"words": [real], "name": ["the language"]})).encode(y="words:Q")
    rule = language.mark_rule(strokeWidth=1.5, strokeDash=[5, 3], color=THEORY)
    name = language.mark_text(align="left", dx=4, dy=-8, fontSize=13, color=THEORY).encode(
        x=alt.datum(0), text="name:N"
    )
    return finished(alt.layer(rule, left, name), title=title, description=description, height=340)
