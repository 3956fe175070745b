"""Charts of many Gaussian lineages: where they are and how wide, and how fast the typical one narrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import REAL, SYNTHETIC, THEORY, finished, slider

CAPTION = {"fontSize": 13, "align": "left", "baseline": "top", "color": THEORY}


def variance(table: pd.DataFrame, samples: Sequence[int], *, start: int, title: str, description: str) -> Any:
    """Return the median variance over generations, simulated and in theory, with a slider over M.

    `table`: a row per samples and generation; columns simulated, law, half_life besides.
    """
    checks.as_table(table, "samples", "generation", "simulated", "law", "half_life")
    base = alt.Chart(table).transform_filter("datum.samples == samples")
    x = alt.X("generation:Q", title="generation")
    y = alt.Y("simulated:Q", title="variance (the truth: 1)", scale=alt.Scale(domain=[0, 1.15]))
    average = alt.Chart(pd.DataFrame({"y": [1.0], "text": ["average over all lineages, exactly 1"]})).encode(y="y:Q")
    half = base.transform_aggregate(half_life="max(half_life)", groupby=["samples"])
    return finished(
        alt.layer(
            average.mark_rule(color=REAL, strokeWidth=2),
            average.mark_text(dx=4, dy=-9, align="left", fontSize=13, fontWeight=600, color=REAL).encode(
                x=alt.value(0), text="text:N"
            ),
            base.mark_circle(color=SYNTHETIC, size=38).encode(x=x, y=y),
            base.mark_line(color=THEORY, strokeDash=[5, 3], strokeWidth=1.5).encode(x=x, y="law:Q"),
            half.mark_rule(color=THEORY, strokeWidth=1).encode(x=alt.X("half_life:Q", scale=alt.Scale(domainMax=400))),
            half.transform_calculate(text="'typical: half gone after ' + format(datum.half_life, '.0f')")
            .mark_text(**{**CAPTION, "dx": 6})
            .encode(x="half_life:Q", y=alt.value(58), text="text:N"),
        ).add_params(slider("samples", "Samples per generation: ", samples, start=start)),
        title=title,
        description=description,
    )
