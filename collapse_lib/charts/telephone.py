"""Charts of the telephone game: a bag of words, copied and copied again, and what is left of the rare ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .curves import law, lines
from .style import POLICIES, REAL, SYNTHETIC, THEORY, choice, finished, slider

COLUMNS = 24  # dots side by side: they still stand apart on a telephone


def bag(table: pd.DataFrame, copies: int) -> Any:
    """Return one dot a word: filled while it is in the bag, a ring once it is gone; controls for copy, policy and run.

    `table`: a row per word, policy and run; columns word, band (how often it stood in the original), alive (a string
    with 1 or 0 per copy), policy, run; words of a band stand together, in the same order in every run.
    """
    run = choice("run", "Run: ", sorted(table["run"].unique().tolist()), start=1)
    policy = choice("policy", "Policy: ", list(POLICIES), start="replace")
    copy = slider("copy", "Copies made: ", range(copies + 1), start=0)
    dots, heads = _places(table)
    chosen = "datum.policy == policy && datum.run == run"
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.5, COLUMNS - 0.5], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[float(dots["y"].max()) + 0.7, -1], nice=False))
    now = {"domain": ["in the bag", "gone"]}
    marks = (
        alt.Chart(dots)
        .transform_filter(chosen)
        .transform_calculate(now="substring(datum.alive, copy, copy + 1) == '1' ? 'in the bag' : 'gone'")
        .mark_point(size=48, filled=True, opacity=1, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("now:N", scale=alt.Scale(**now, range=[REAL, "#ffffff"]), legend=None),
            stroke=alt.Stroke("now:N", scale=alt.Scale(**now, range=[REAL, "#9a9a9a"]), legend=None),
            tooltip=["word:N", "now:N"],
        )
    )
    words = (
        alt.Chart(heads)
        .transform_filter(chosen)
        .transform_calculate(say="'Words that ' + datum.band + ': ' + datum.left[copy] + ' of ' + datum.left[0]")
        .mark_text(align="left", fontSize=13, fontWeight=600, color=THEORY)
        .encode(x=alt.value(0), y=y, text="say:N")
    )
    return finished(
        alt.layer(marks, words).add_params(run, policy, copy),
        title="Rare words go first",
        description=(
            "One dot for each different word of a bag, grouped by how often it stood in the original: once, "
            f"twice, three to five times, more often. A slider makes up to {copies} copies. Words that are gone "
            "turn into empty rings; most of them stood there once. Buttons choose replace, 10 percent kept or "
            "accumulate, and one of several runs: each run loses other words, and most of the frequent ones stay."
        ),
        height=400,
    )


def _places(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the dots with x and y, and a row per band, policy and run with y and how many are left by copy."""
    bands = list(dict.fromkeys(table["band"]))[::-1]
    one = table[(table["policy"] == table["policy"].iloc[0]) & (table["run"] == table["run"].iloc[0])]
    rows = {band: -(-(one["band"] == band).sum() // COLUMNS) for band in bands}
    tops = {band: sum(rows[other] + 1.6 for other in bands[: bands.index(band)]) for band in bands}
    place = table.groupby(["policy", "run", "band"]).cumcount()
    dots = table.assign(x=place % COLUMNS, y=table["band"].map(tops) + 1 + place // COLUMNS)
    counts = table.groupby(["policy", "run", "band"])["alive"].agg(
        lambda lines: [sum(line[i] == "1" for line in lines) for i in range(len(lines.iloc[0]))]
    )
    heads = counts.rename("left").reset_index()
    return dots[["word", "alive", "policy", "run", "x", "y"]], heads.assign(y=heads["band"].map(tops))


def left(table: pd.DataFrame, theory: pd.DataFrame) -> Any:
    """Return the share of once-words that are still there, by policy, over the copies, with theory on top.

    `table`: columns policy, copy, left (shares). `theory`: the same columns, a row per policy and copy that has a law.
    """
    curves = lines(table, x="copy", y="left", series="policy", colours=POLICIES, x_title="copies made",
                   y_title="share of the once-words left", domain=(0, 1))  # fmt: skip
    nearest = alt.selection_point(on="pointerover", nearest=True, fields=["copy"], empty=False)
    dots = (
        alt.Chart(table)
        .mark_point(filled=True, size=50)
        .encode(
            x="copy:Q",
            y=alt.Y("left:Q"),
            color="policy:N",
            tooltip=["policy:N", "copy:Q", alt.Tooltip("left:Q", format=".0%", title="left")],
            opacity=alt.condition(nearest, alt.value(1), alt.value(0)),
        )
        .add_params(nearest)
    )
    return finished(
        alt.layer(curves, law(theory, x="copy", y="left", detail="policy"), dots),
        title="A kept tenth holds one in three; a library, half",
        description=(
            "Line chart of the share of words that stood in the bag once and are still there, over ten copies. "
            "Replace falls to about 16 percent, 10 percent kept to about 34 percent and flattens, accumulate to "
            "about 55 percent. Dashed lines for theory lie on the simulated ones."
        ),
    )


def tail(table: pd.DataFrame, generations: Sequence[int]) -> Any:
    """Return one distribution as bars, with a slider over generations, and the original as an outline.

    `table`: a row per topic and generation; columns rank, share, original, generation, say (what there is to see).
    """
    at = slider("generation", "Generation: ", generations, start=generations[0])
    base = alt.Chart(table).transform_filter("datum.generation == generation")
    x = alt.X("rank:Q", title="topics, in the order of the original", axis=alt.Axis(labels=False, ticks=False),
              scale=alt.Scale(domain=[0, int(table["rank"].max()) + 1], nice=False))  # fmt: skip
    y = alt.Y("share:Q", title="share of what is written", axis=alt.Axis(format="%"),
              scale=alt.Scale(type="sqrt", domain=[0, 1]))  # fmt: skip
    return finished(
        alt.layer(
            base.mark_rule(color=SYNTHETIC, strokeWidth=5).encode(x=x, y=y, y2=alt.datum(0)),
            base.mark_line(color=REAL, strokeWidth=2, interpolate="step").encode(x=x, y="original:Q"),
            base.transform_filter("datum.rank == 1")
            .mark_text(align="left", baseline="top", fontSize=13, color=THEORY)
            .encode(x=alt.value(70), y=alt.value(4), text="say:N"),
        ).add_params(at),
        title="First the tail goes, later almost everything",
        description=(
            "Bar chart of the share of sixty topics with a slider for the generation. The outline is the "
            "original, a long tail. At first bars at the far end vanish; after two hundred generations two topics "
            "are left."
        ),
    )
