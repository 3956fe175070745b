"""What a model of images draws: its digits by generation, and how many of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from .. import checks
from .style import POLICIES, REAL, SYNTHETIC, between, choice, finished, slider

LEVELS = range(1, 16)  # of ink
INK = between("#f2f2f2", "#333333", len(LEVELS))
CAPTION = {"orient": "top", "titleAnchor": "start", "labels": False, "ticks": False, "domain": False, "grid": False}
SIDE = 8  # pixels of a digit
OVERLAP = 0.04  # of a pixel, so that no seam shows


def pictures(table: pd.DataFrame, *, across: int, down: int, title: str, description: str) -> Any:
    """Return what a generation draws, with a slider for the generation and buttons for policy and way of drawing.

    `table`: a row per policy, draws and generation; column picture, a hexadecimal digit a pixel, one drawing after the
    other, each row by row. `across` times `down` drawings find a place.
    """
    checks.as_table(table, "policy", "draws", "generation", "picture")
    across, down = checks.whole(across, "across", least=1), checks.whole(down, "down", least=1)
    controls, chosen = _choosing("drawn", table)
    caption = alt.Axis(title=f"{across * down} drawings from the same dice", **CAPTION)
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
        .transform_calculate(right=f"datum.x + {1 + OVERLAP}", below=f"datum.y + {1 + OVERLAP}")
        .mark_rect()
        .encode(
            x=alt.X("x:Q", axis=caption, scale=_limits(across, down, "width / height")), x2="right:Q",
            y=alt.Y("y:Q", axis=None, scale=_limits(down, across, "height / width", reverse=True)), y2="below:Q",
            color=alt.Color("level:O", scale=alt.Scale(domain=list(LEVELS), range=INK), legend=None),
        )
    )  # fmt: skip
    return finished(
        pixels.add_params(*controls),
        title=title,
        description=description,
        height=320,
    )


def _choosing(name: str, table: pd.DataFrame) -> tuple[list[Any], str]:
    """Return a slider and two rows of buttons, and which rows of `table` they choose; `name` begins their names."""
    controls = [
        slider(name, "Generation: ", sorted(table["generation"].unique().tolist()), start=0),
        choice(f"{name}_policy", "Policy: ", list(POLICIES), start="replace"),
        choice(f"{name}_as", "The next one learns from: ", table["draws"].unique().tolist(), start="means"),
    ]
    return controls, f"datum.generation == {name} && datum.policy == {name}_policy && datum.draws == {name}_as"


def _span(number: int) -> int:
    """Return how many pixels so many digits take, side by side."""
    return number * (SIDE + 2) - 2


def _limits(one: int, other: int, shape: str, *, reverse: bool = False) -> alt.Scale:
    """Return the scale of an axis for so many digits along it: longer than they need where that makes them square."""
    reach = alt.ExprRef(f"max({_span(one)}, {_span(other)} * {shape})")
    return alt.Scale(domain=[0, reach], nice=False, reverse=reverse)


def shares(table: pd.DataFrame, real: Sequence[float], *, title: str, description: str) -> Any:
    """Return the share of each digit, as bars beside the real share, with a slider for the generation.

    `table`: a row per policy, draws, generation and digit; column share. `real`: the shares among the real pictures.
    """
    checks.as_table(table, "policy", "draws", "generation", "digit", "share")
    checks.reals(real, 1, name="real")
    controls, chosen = _choosing("counted", table)
    limits = alt.Scale(domain=[0, 1.05 * float(table["share"].max())], nice=False)
    x = alt.X("digit:O", title="digit, as the judge sees it", axis=alt.Axis(labelAngle=0))
    y = alt.Y("share:Q", title="share of the pictures", scale=limits, axis=alt.Axis(format="%"))
    level = pd.DataFrame({"digit": range(len(real)), "share": real})
    return finished(
        alt.layer(
            alt.Chart(table).transform_filter(chosen).mark_bar(color=SYNTHETIC, opacity=0.8).encode(x=x, y=y),
            alt.Chart(level).mark_tick(color=REAL, thickness=2.5, width=26).encode(x=x, y=y),
        ).add_params(*controls),
        title=title,
        description=description,
        height=260,
    )
