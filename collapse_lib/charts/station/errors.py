"""One error at a time on a day at the station, and then all three with a box to tick for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import altair as alt
import pandas as pd

from ..style import choice, slider
from .day import day

AT = "datum.generation == generation"


def tickets(table: pd.DataFrame, real: pd.DataFrame) -> Any:
    """Return the day as counted from few or many tickets. `table`: column tickets (text) besides those of `day`."""
    options = list(table["tickets"].unique())
    return day(
        table,
        real,
        [choice("tickets", "Tickets: ", options, start=options[0]), _generation(table)],
        where=f"{AT} && datum.tickets == tickets",
        title="Too few tickets: the rare goes",
        description=(
            "Bar chart of passengers by half-hour, the model's as bars under the outline of the real day, with a "
            "slider for the generation and buttons for the number of tickets. With 100 tickets the bars grow "
            "ragged, and rings mark ever more half-hours without anybody, the late ones among them. With 10,000 "
            "the bars keep close to the outline."
        ),
    )


def one_bell(table: pd.DataFrame, real: pd.DataFrame) -> Any:
    """Return the day as a single bell tells it; `table` as for `day`."""
    return day(
        table,
        real,
        [_generation(table)],
        where=AT,
        title="One bell: wrong once, and for good",
        description=(
            "Bar chart of passengers by half-hour with a slider for the generation. The model's bars form one "
            "wide bell, highest in the early afternoon where the outline of the real day is almost empty, and "
            "reaching into the hours when the station is closed. The slider changes nothing: generation 9 looks "
            "like generation 0."
        ),
    )


def taste(table: pd.DataFrame, real: pd.DataFrame) -> Any:
    """Return the day at several temperatures. `table`: column temperature besides those of `day`."""
    options = [float(value) for value in table["temperature"].unique()]
    return day(
        table,
        real,
        [choice("temperature", "Temperature: ", options, start=options[0]), _generation(table)],
        where=f"{AT} && datum.temperature == temperature",
        title="A taste for the likely narrows",
        description=(
            "Bar chart of passengers by half-hour with a slider for the generation and buttons for the "
            "temperature. At 0.9 both humps grow narrower and higher in each generation, and the late passengers "
            "fade. At 1 the bars stay on the outline of the real day. At 1.1 they spread out."
        ),
    )


def switches(table: pd.DataFrame, real: pd.DataFrame, boxes: Mapping[str, str], ticked: Collection[str]) -> Any:
    """Return the day with a box to tick for each error, those in `ticked` ticked at first.

    `boxes`: the label of each box, by a name for it. `table`: column boxes besides those of `day`, which says what is
    ticked as a number: 1 for the last box, 2 for the one before, 4 for the one before that, added up.
    """
    controls = [
        alt.param(name, value=name in ticked, bind=alt.binding_checkbox(name=label)) for name, label in boxes.items()
    ]
    number = " + ".join(f"{2**power} * {name}" for power, name in enumerate(reversed(list(boxes))))
    return day(
        table,
        real,
        [*controls, _generation(table)],
        where=f"{AT} && datum.boxes == {number}",
        title="Errors do not simply add up",
        description=(
            "Bar chart of passengers by half-hour with a slider for the generation and three boxes, one for each "
            "error. With too few tickets and a taste for the likely, a few half-hours take nearly all passengers "
            "by generation 9; with one bell ticked as well, more of them are at the right time again."
        ),
    )


def _generation(table: pd.DataFrame) -> Any:
    return slider("generation", "Generation: ", range(int(table["generation"].max()) + 1), start=0)
