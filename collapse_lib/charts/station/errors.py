"""One error at a time on a day at the station, and then all three with a box to tick for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import altair as alt
import pandas as pd

from ... import checks
from ..style import choice, slider
from .day import day

OF_REAL = ("time", "share", "region")  # the columns of the real day
AT = "datum.generation == generation"


def tickets(table: pd.DataFrame, real: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the day as counted from few or many tickets. `table`: column tickets (text) besides those of `day`."""
    checks.as_table(table, "tickets", "generation")
    checks.as_table(real, *OF_REAL, name="real")
    options = list(table["tickets"].unique())
    return day(
        table,
        real,
        [choice("tickets", "Tickets: ", options, start=options[0]), _generation(table)],
        where=f"{AT} && datum.tickets == tickets",
        title=title,
        description=description,
    )


def one_bell(table: pd.DataFrame, real: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the day as a single bell tells it; `table` as for `day`."""
    checks.as_table(table, "generation")
    checks.as_table(real, *OF_REAL, name="real")
    return day(
        table,
        real,
        [_generation(table)],
        where=AT,
        title=title,
        description=description,
    )


def taste(table: pd.DataFrame, real: pd.DataFrame, *, title: str, description: str) -> Any:
    """Return the day at several temperatures. `table`: column temperature besides those of `day`."""
    checks.as_table(table, "temperature", "generation")
    checks.as_table(real, *OF_REAL, name="real")
    options = [float(value) for value in table["temperature"].unique()]
    return day(
        table,
        real,
        [choice("temperature", "Temperature: ", options, start=options[0]), _generation(table)],
        where=f"{AT} && datum.temperature == temperature",
        title=title,
        description=description,
    )


def switches(
    table: pd.DataFrame,
    real: pd.DataFrame,
    boxes: Mapping[str, str],
    ticked: Collection[str],
    *,
    title: str,
    description: str,
) -> Any:
    """Return the day with a box to tick for each error, those in `ticked` ticked at first.

    `boxes`: the label of each box, by a name for it. `table`: column boxes besides those of `day`, which says what is
    ticked as a number: 1 for the last box, 2 for the one before, 4 for the one before that, added up.
    """
    checks.as_table(table, "boxes", "generation")
    checks.as_table(real, *OF_REAL, name="real")
    checks.mapping(boxes, "boxes")
    controls = [
        alt.param(name, value=name in ticked, bind=alt.binding_checkbox(name=label)) for name, label in boxes.items()
    ]
    number = " + ".join(f"{2**power} * {name}" for power, name in enumerate(reversed(list(boxes))))
    return day(
        table,
        real,
        [*controls, _generation(table)],
        where=f"{AT} && datum.boxes == {number}",
        title=title,
        description=description,
    )


def _generation(table: pd.DataFrame) -> Any:
    return slider("generation", "Generation: ", range(int(table["generation"].max()) + 1), start=0)
