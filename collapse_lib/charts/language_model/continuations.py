"""What a language model writes after one prompt, generation after generation, to be read."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import POLICIES, THEORY, choice, finished, menu, slider
from .sentences import WIDE


def continuations(table: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return what one run says after a prompt, with a slider for the generation, buttons for policy and a menu.

    `table`: a row per policy, generation, beginning, layout ("narrow" or "wide") and line; column text.
    """
    checks.as_table(table, "policy", "generation", "beginning", "layout", "line", "text")
    beginnings = table["beginning"].unique().tolist()
    controls = [
        slider("continued", "Generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice("continued_policy", "Policy: ", list(POLICIES), start="replace"),
        menu("continued_from", "Prompt: ", beginnings, start=beginnings[0]),
    ]
    chosen = (
        "datum.generation == continued && datum.policy == continued_policy && datum.beginning == continued_from"
        f" && datum.layout == ({WIDE} ? 'wide' : 'narrow')"
    )
    lines = int(table["line"].max()) + 1
    text = (
        alt.Chart(table)
        .transform_filter(chosen)
        .mark_text(align="left", baseline="middle", fontSize=14, color=THEORY)
        .encode(
            x=alt.value(6),
            y=alt.Y("line:Q", axis=None, scale=alt.Scale(domain=[-0.6, lines - 0.4], reverse=True, nice=False)),
            text="text:N",
        )
    )
    return finished(
        text.add_params(*controls),
        title=title,
        description=description,
        height=32 + 22 * lines,
    )
