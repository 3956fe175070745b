"""Copies that somebody checks: one measure over the copies, a line for each who checks, its law on top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .curves import law, lines
from .style import KEPT, SYNTHETIC, finished

CHECKS = {
    "no check": SYNTHETIC,
    "dictionary": "#4a55b8",
    "dictionary and guesses": KEPT,
    "tired reader": "#00728a",
    "reader with a taste": "#9c1f3f",
}


def over_copies(
    table: pd.DataFrame,
    theory: pd.DataFrame,
    measure: str,
    *,
    y_title: str,
    domain: tuple[float, float],
    below: Mapping[str, int],
    title: str,
    description: str,
) -> Any:
    """Return one measure over the copies, a line a loop, with theory on top.

    `table` and `theory`: a row per loop and generation; a column named by `measure`. `below`: how many pixels below its
    line's end a loop is named, where that is not a little above.
    """
    checks.as_table(table, "loop", "generation", checks.text(measure, "measure"))
    checks.as_table(theory, "loop", "generation", measure, name="theory")
    colours = {name: CHECKS[name] for name in CHECKS if name in set(table["loop"])}
    curves = lines(table, x="generation", y=measure, series="loop", colours=colours, x_title="copies made",
                   y_title=y_title, domain=domain, below=below)  # fmt: skip
    dots = (
        alt.Chart(table)
        .mark_point(filled=True, size=25, opacity=1)
        .encode(x="generation:Q", y=f"{measure}:Q", color="loop:N",
                tooltip=["loop:N", "generation:Q", alt.Tooltip(f"{measure}:Q", format=",.3~r")])
    )  # fmt: skip
    return finished(
        alt.layer(curves, dots, law(theory, x="generation", y=measure, detail="loop")),
        title=title,
        description=description,
    )
