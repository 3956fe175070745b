"""Charts of a language model fed on itself: how surprised it is, how surprised the first one is, over generations."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import POLICIES, REAL, SYNTHETIC, THEORY, finished, palette

PERPLEXITIES = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500)
REAL_TEXT, NEW_TEXT = "perplexity of real text", "perplexity of new text"
MILDER, LONGER = "#7d6450", "#7a2e00"  # between the taste at 0.9 and none; that taste after twice the passes
DECODINGS = {"T = 0.9": SYNTHETIC, "top-p 0.95": MILDER, "T = 1": THEORY}
WAYS = {f"{way}, 5 passes": colour for way, colour in DECODINGS.items()} | {"T = 0.9, 10 passes": LONGER}


def each_run(table: pd.DataFrame, y: str, *, title: str, colours: dict[str, str], names: dict[str, int]) -> Any:
    """Return `y` over generations on a log axis: each run as a thin line, the median run of each series as a thick one.

    `table`: a row per series, replicate and generation. `names`: how far below its line's end each series is named.
    """
    checks.as_table(table, "series", "replicate", "generation", y)
    checks.mapping(colours, "colours")
    checks.mapping(names, "names")
    run = alt.Chart(table).encode(y=alt.Y(f"{y}:Q", **_up(table[y], title)), **_sides(colours))
    middle = run.transform_aggregate(median=f"median({y})", groupby=["series", "generation"]).encode(y="median:Q")
    last = middle.transform_filter(f"datum.generation == {table['generation'].max()}")
    named = [
        last.transform_filter(alt.datum.series == name)
        .mark_text(align="right", dy=below, fontSize=13, fontWeight=600)
        .encode(text="series:N")
        for name, below in names.items()
    ]
    told = ["series:N", "generation:Q", alt.Tooltip("median:Q", title="median run", format=".1f")]
    return alt.layer(
        run.mark_line(strokeWidth=1, opacity=0.35).encode(detail="replicate:N"),
        middle.mark_line(strokeWidth=2.5),
        middle.mark_circle(size=36, opacity=1).encode(tooltip=told),
        *named,
    )


def bounded(
    table: pd.DataFrame, spread: pd.DataFrame, y: str, *, title: str, colours: dict[str, str], names: dict[str, int]
) -> Any:
    """Return `each_run` on a band where the median of such runs may lie.

    `spread`: a row per series and generation; columns low and high.
    """
    checks.as_table(table, "series", "replicate", "generation", y)
    checks.as_table(spread, "series", "generation", "low", "high", name="spread")
    up = alt.Y("low:Q", **_up(table[y], title))
    band = alt.Chart(spread).mark_area(opacity=0.14).encode(y=up, y2="high:Q", **_sides(colours))
    return alt.layer(band, each_run(table, y, title=title, colours=colours, names=names))


def _up(values: pd.Series[float], title: str) -> dict[str, Any]:
    limits = [0.8 * float(values.min()), 1.2 * float(values.max())]
    scale = alt.Scale(type="log", domain=limits, nice=False)
    return {"title": title, "scale": scale, "axis": alt.Axis(values=PERPLEXITIES)}


def _sides(colours: dict[str, str]) -> dict[str, Any]:
    return {
        "x": alt.X("generation:Q", axis=alt.Axis(tickMinStep=1, format="d")),
        "color": alt.Color("series:N", scale=palette(colours), legend=None),
    }


def real_text(table: pd.DataFrame, spread: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return each generation's perplexity on real text.

    `table`: a row per series (the policy), replicate and generation; column real. `spread` as for `bounded`.
    """
    names = {"replace": -12, "10% kept": -12, "accumulate": 16}
    return finished(
        bounded(table, spread, "real", title=REAL_TEXT, colours=POLICIES, names=names),
        title=title,
        description=description,
    )


def own_text(table: pd.DataFrame, spread: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return generation 0's perplexity on what each generation writes; tables as for `real_text`, column generated."""
    names = {"replace": 18, "10% kept": -14, "accumulate": -30}
    return finished(
        bounded(table, spread, "generated", title=NEW_TEXT, colours=POLICIES, names=names),
        title=title,
        description=description,
    )


def tastes(table: pd.DataFrame, spread: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the same under replace, the series being ways of writing, by their names in `DECODINGS`."""
    names = {"T = 0.9": 14, "top-p 0.95": -12, "T = 1": -12}
    return finished(
        bounded(table, spread, "generated", title=NEW_TEXT, colours=DECODINGS, names=names),
        title=title,
        description=description,
    )


def a_share_kept(table: pd.DataFrame, spread: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the perplexity on real text under one policy, the series being settings, by their names in `WAYS`."""
    names = {"T = 0.9, 5 passes": 18, "top-p 0.95, 5 passes": -14, "T = 1, 5 passes": 36, "T = 0.9, 10 passes": -12}
    return finished(
        bounded(table, spread, "real", title=REAL_TEXT, colours=WAYS, names=names),
        title=title,
        description=description,
    )


def one_run(table: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return both measures of one run on one chart. `table`: a row per generation; columns real and generated."""
    checks.as_table(table, "generation", "real", "generated")
    real, new = "real text, to each new model", "new text, to generation 0"
    long = table.assign(replicate=0).rename(columns={"real": real, "generated": new})
    long = long.melt(["generation", "replicate"], [real, new], "series", "perplexity")
    colours, names = {real: REAL, new: SYNTHETIC}, {real: -16, new: 16}
    return finished(
        each_run(long, "perplexity", title="perplexity", colours=colours, names=names),
        title=title,
        description=description,
    )
