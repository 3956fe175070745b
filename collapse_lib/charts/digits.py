"""What a model of images draws: its digits by generation, and how many of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .style import POLICIES, REAL, SYNTHETIC, choice, finished, slider

INK = ["#ffffff", "#333333"]
SIDE = 8  # pixels of a digit


def pictures(table: pd.DataFrame, *, across: int, down: int) -> Any:
    """Return what a generation draws, with a slider for the generation and buttons for policy and way of drawing.

    `table`: a row per policy, draws and generation; column picture, a hexadecimal digit a pixel, digit image after
    digit image, each row by row; and balance, coverage, precision, shares of 1 to be told above.
    """
    chosen = "datum.generation == drawn && datum.policy == drawn_policy && datum.draws == drawn_as"
    controls = [
        slider("drawn", "Generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice("drawn_policy", "Policy: ", list(POLICIES), start="replace"),
        choice("drawn_as", "The next one learns from: ", table["draws"].unique().tolist(), start="means"),
    ]
    place = "floor(datum.at / 64)"  # which digit; 64 pixels make one
    pixels = (
        alt.Chart(table)
        .transform_filter(chosen)
        .transform_calculate(ink="split(datum.picture, '')")
        .transform_flatten(["ink"])
        .transform_window(at="row_number()", sort=[])
        .transform_calculate(at="datum.at - 1", level="parseInt(datum.ink, 16)")
        .transform_filter("datum.level > 0")
        .transform_calculate(
            x=f"{SIDE + 2} * ({place} % {across}) + datum.at % {SIDE}",
            y=f"{SIDE + 2} * floor({place} / {across}) + floor(datum.at / {SIDE}) % {SIDE}",
        )
        .transform_calculate(right="datum.x + 1", below="datum.y + 1")
        .mark_rect()
        .encode(
            x=_place("x", across), x2="right:Q",
            y=_place("y", down), y2="below:Q",
            color=alt.Color("level:Q", scale=alt.Scale(domain=[0, 15], range=INK), legend=None),
        )
    )  # fmt: skip
    return finished(
        pixels.add_params(*controls),
        title="Learn from smooth copies, and ten digits become one",
        description=(
            "24 small pictures of digits that a model drew, with a slider for the generation and buttons for the "
            "policy and for what the next model learns from. With nothing kept and the means as lessons, different "
            "digits turn into one blurred shape. With black and white pixels as lessons they dissolve into noise. "
            "With 10 percent kept the first takes about twice as long."
        ),
        height=300,
    )


def _place(name: str, number: int) -> Any:
    scale = alt.Scale(domain=[0, number * (SIDE + 2) - 2], nice=False, reverse=name == "y")
    return (alt.X if name == "x" else alt.Y)(f"{name}:Q", axis=None, scale=scale)


def shares(table: pd.DataFrame, real: Sequence[float]) -> Any:
    """Return the share of each digit, as bars beside the real share, with a slider for the generation.

    `table`: a row per policy, draws, generation and digit; column share. `real`: the shares among the real pictures.
    """
    chosen = "datum.generation == counted && datum.policy == counted_policy && datum.draws == counted_as"
    controls = [
        slider("counted", "Generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice("counted_policy", "Policy: ", list(POLICIES), start="replace"),
        choice("counted_as", "The next one learns from: ", table["draws"].unique().tolist(), start="means"),
    ]
    limits = alt.Scale(domain=[0, 1.05 * float(table["share"].max())], nice=False)
    x = alt.X("digit:O", title="digit, as a judge trained on real ones sees it", axis=alt.Axis(labelAngle=0))
    y = alt.Y("share:Q", title="share of the pictures", scale=limits, axis=alt.Axis(format="%"))
    level = pd.DataFrame({"digit": range(len(real)), "share": real})
    return finished(
        alt.layer(
            alt.Chart(table).transform_filter(chosen).mark_bar(color=SYNTHETIC, opacity=0.8).encode(x=x, y=y),
            alt.Chart(level).mark_tick(color=REAL, thickness=2.5, width=26).encode(x=x, y=y),
        ).add_params(*controls),
        title="Which digits are left",
        description=(
            "Bar chart of the share of each digit, with a slider for the generation and buttons for the policy and "
            "for what the next model learns from; a mark shows the real share, about 10 percent each. With nothing "
            "kept and the means as lessons, one digit takes nearly all."
        ),
        height=260,
    )
