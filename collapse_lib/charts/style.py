"""What every chart of the course shares: colours with fixed meanings, type, a description, controls with words.

The four colours are from Okabe & Ito's set for colour-blind readers, darkened until each has a contrast of at least
4.5 to 1 on white. A chart's title states its finding, so the page that makes the chart gives it. It is broken into
lines that fit a telephone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np

from .. import checks

REAL = "#0067a5"  # real data, the original
SYNTHETIC = "#b84a00"  # what models wrote; replace
KEPT = "#007a59"  # a share of the original mixed back
LIBRARY = "#8a3c7d"  # nothing thrown away; accumulate
THEORY = "#333333"  # closed forms, a line on top of dots

POLICIES = {"replace": SYNTHETIC, "10% kept": KEPT, "accumulate": LIBRARY}
TITLE_WIDTH = 36  # characters of a title line that fit into 320 px


def finished(chart: Any, *, title: str, description: str, height: int = 300) -> Any:
    """Return `chart` (single or layered) with the course's look, a title and the text that a screen reader hears.

    Raises ValueError if the description or the title is empty and unless the height is from 1 to 10,000 pixels,
    TypeError if they are no texts and it is not whole.
    """
    checks.text(title, "the title of a chart")
    checks.text(description, "the description of a chart")
    checks.whole(height, "height", least=1, most=10_000)
    return (
        chart.properties(
            width="container",
            height=height,
            description=description,
            title=alt.TitleParams(textwrap.wrap(title, TITLE_WIDTH), anchor="start", fontSize=16, offset=14),
        )
        .configure(background="white", padding=8, autosize=alt.AutoSizeParams(type="fit", contains="padding"))
        .configure_view(stroke=None)
        .configure_axis(
            grid=True, gridColor="#e6e6e6", domainColor="#888888", tickColor="#888888", labelColor="#333333",
            titleColor="#333333", labelFontSize=12, titleFontSize=13, titleFontWeight="normal", labelLimit=140,
        )
        .configure_legend(labelFontSize=12, titleFontSize=12, orient="top", title=None, symbolStrokeWidth=3)
    )  # fmt: skip


def slider(name: str, label: str, values: Sequence[float], *, start: float) -> Any:
    """Return a parameter bound to a slider; `label` says in words what moves.

    Raises ValueError unless there are at least 2 evenly spaced `values` and `start` is one of them, TypeError if they
    are no numbers.
    """
    _named(name, label)
    values = checks.entries(values, "values")
    checks.reals(values, 1, name="values")
    if len(values) < 2 or not np.allclose(np.diff(values), values[1] - values[0]):
        raise ValueError(f"values must be 2 or more, evenly spaced, got {values}")
    limits = {"min": values[0], "max": values[-1], "step": values[1] - values[0]}
    return alt.param(name, value=_offered(start, values), bind=alt.binding_range(**limits, name=label))


def choice(name: str, label: str, options: Sequence[Any], *, start: Any) -> Any:
    """Return a parameter bound to radio buttons, one an option; refuses a `start` that is none."""
    _named(name, label)
    return alt.param(name, value=_offered(start, options), bind=alt.binding_radio(options=list(options), name=label))


def menu(name: str, label: str, options: Sequence[Any], *, start: Any) -> Any:
    """Return a parameter bound to a drop-down list; refuses a `start` that is none."""
    _named(name, label)
    return alt.param(name, value=_offered(start, options), bind=alt.binding_select(options=list(options), name=label))


def _named(name: str, label: str) -> None:
    checks.text(name, "name")
    checks.text(label, "label")


def _offered(start: Any, options: Sequence[Any]) -> Any:
    return checks.known(start, checks.entries(options, "options"), "start")


def between(pale: str, strong: str, number: int) -> list[str]:
    """Return so many colours from `pale` to `strong`, all of them "#rrggbb".

    A scale is given each colour by name, since the page turns those on a dark screen: one that a chart mixes itself
    would escape it. Raises ValueError for other colours and unless they are 1 to 1,000, TypeError for no whole number.
    """
    for name, colour in {"pale": pale, "strong": strong}.items():
        if not re.fullmatch("#[0-9a-fA-F]{6}", checks.text(colour, name)):
            raise ValueError(f"{name} must be written as #rrggbb, got {colour!r}")
    checks.whole(number, "number", least=1, most=1_000)
    first, last = ([int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (pale, strong))
    steps = np.linspace(first, last, number).round().astype(int)
    return ["#" + "".join(f"{part:02x}" for part in step) for step in steps]


def palette(colours: Mapping[str, str]) -> Any:
    """Return the colour scale that gives each name its colour, in that order; raises if there is none."""
    for each, colour in checks.mapping(colours, "colours").items():
        checks.text(colour, f"the colour of {each}")
    return alt.Scale(domain=list(colours), range=list(colours.values()))
