"""What returns when the original is given back: the words that are left, with the day on which it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .curves import law, lines
from .style import KEPT, REAL, SYNTHETIC, THEORY, finished

ARCHIVES = {"no archive": SYNTHETIC, "archive all along": KEPT, "archive given back": REAL}


def returned(
    table: pd.DataFrame, theory: pd.DataFrame, since: int, *, below: Mapping[str, int], title: str, description: str
) -> Any:
    """Return the share of the once-words that are left, a line an archive, with theory on top and a rule at `since`.

    `table` and `theory`: a row per archive and copy; column left. `below`: as in `curves.lines`.
    """
    checks.as_table(table, "archive", "copy", "left")
    checks.as_table(theory, "archive", "copy", "left", name="theory")
    day = alt.Chart(pd.DataFrame({"copy": [checks.whole(since, "since")], "text": ["the archive comes back"]}))
    curves = lines(table, x="copy", y="left", series="archive", colours=ARCHIVES, x_title="copies made",
                   y_title="share of the once-words left", domain=(0, 1), below=below)  # fmt: skip
    return finished(
        alt.layer(
            day.mark_rule(color=THEORY, strokeWidth=1).encode(x="copy:Q"),
            day.mark_text(align="left", baseline="top", dx=6, fontSize=13, color=THEORY).encode(
                x="copy:Q", y=alt.value(4), text="text:N"
            ),
            curves,
            law(theory, x="copy", y="left", detail="archive"),
        ),
        title=title,
        description=description,
    )
