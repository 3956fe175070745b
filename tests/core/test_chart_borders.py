"""Every chart refuses what is no table, an empty one and one without a column, in our words; found by introspection."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import numpy as np
import pandas as pd
import pytest

from collapse_lib import charts

MODULES = [import_module(found.name) for found in walk_packages(charts.__path__, "collapse_lib.charts.")]
CHARTS = {
    f"{module.__name__}.{name}": thing
    for module in MODULES
    for name, thing in vars(module).items()
    if inspect.isfunction(thing) and thing.__module__ == module.__name__ and not name.startswith("_")
}
TABLES = [
    (name, argument)
    for name, thing in CHARTS.items()
    for argument, parameter in inspect.signature(thing).parameters.items()
    if "DataFrame" in str(parameter.annotation)
]
WITH_COLUMNS = [(chart, argument) for chart, argument in TABLES if chart != "collapse_lib.charts.tables.table"]
OF_NO_TABLE = {
    "finished",
    "slider",
    "choice",
    "menu",
    "between",
    "palette",
    "prefer",
    "bundle",
}  # of `style` and `display`
NO_TABLES = [None, "table", [1, 2], {"generation": [0]}, np.zeros((2, 2)), pd.Series([1.0], name="generation")]


def drawn(chart: Callable[..., Any], **tables: Any) -> None:
    """Draw a chart of these tables, and of one that has all columns where nothing else is said."""
    every = Everything({"generation": [0]})
    given = {
        name: tables.get(
            name, every if "DataFrame" in str(parameter.annotation) else ["x"] if name == "policies" else "x"
        )
        for name, parameter in inspect.signature(chart).parameters.items()
    }
    chart(**given)


class Everything(pd.DataFrame):
    """A table that has every column, as far as one asks."""

    @property
    def columns(self) -> Any:
        return self

    def __contains__(self, name: object) -> bool:
        return True


@pytest.mark.parametrize(("chart", "argument"), TABLES)
@pytest.mark.parametrize("thing", NO_TABLES, ids=lambda thing: type(thing).__name__)
def test_what_is_no_table_is_refused(chart, argument, thing):
    with pytest.raises(TypeError, match=r"must be a pandas DataFrame, got"):
        drawn(CHARTS[chart], **{argument: thing})


@pytest.mark.parametrize(("chart", "argument"), WITH_COLUMNS)
def test_a_table_without_a_column_and_one_without_a_row_are_refused(chart, argument):
    with pytest.raises(ValueError, match=r"must have the column .*, got other$"):
        drawn(CHARTS[chart], **{argument: pd.DataFrame({"other": [1.0]})})
    with pytest.raises(ValueError, match=r"must have at least one row, got none"):
        drawn(CHARTS[chart], **{argument: Everything({"generation": []})})


def test_every_chart_takes_a_table():
    with_tables = {chart for chart, _ in TABLES}
    assert {name.rpartition(".")[2] for name in set(CHARTS) - with_tables} == OF_NO_TABLE


@pytest.mark.parametrize("text", [None, 3, "", "  ", b"a"], ids=repr)
@pytest.mark.parametrize("part", ["title", "description"])
def test_a_chart_has_words(part, text):
    with pytest.raises((TypeError, ValueError), match=f"the {part} of a chart must .*, got"):
        charts.style.finished(None, **{"title": "a", "description": "b", part: text})
