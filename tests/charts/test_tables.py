"""A table shows what was asked for, in that order, under a reader's names, and loses nothing in silence."""

from __future__ import annotations

import pandas as pd
import pytest

from collapse_lib import charts
from collapse_lib.charts import tables

LONG = pd.DataFrame(
    {"generation": [0, 0, 9, 9], "policy": ["replace", "accumulate"] * 2, "left": [1, 1, 0.16, 0.55], "words": 1_000.4}
)


def test_values_of_a_column_become_columns_in_the_order_in_which_they_appear():
    found = tables.table(LONG, rows="generation", columns="policy", values="left", form="{:.0%}")
    assert list(found.columns) == ["replace", "accumulate"]
    assert found.loc[9].to_list() == ["16%", "55%"]
    assert (found.index.name, found.columns.name) == ("generation", "policy")


def test_columns_are_called_what_a_reader_calls_them_each_in_its_form():
    found = tables.table(
        LONG[LONG["policy"] == "replace"],
        rows="generation",
        columns={"words": "different words", "left": "still there"},
        form={"words": "{:,.0f}", "left": "{:.0%}"},
    )
    assert found.to_dict("list") == {"different words": ["1,000", "1,000"], "still there": ["100%", "16%"]}


def test_several_values_stand_side_by_side_each_under_its_title():
    titles = {"words": "different words", "left": "still there"}
    found = tables.table(LONG, rows="policy", columns="generation", values=titles, keep=["accumulate"], form="{:.1f}")
    assert found.columns.to_list() == [(title, generation) for title in titles.values() for generation in (0, 9)]
    assert found.loc["accumulate"].to_list() == ["1000.4", "1000.4", "1.0", "0.6"]


def test_rows_and_columns_are_kept_in_the_order_asked_for():
    asked = {"rows": "generation", "columns": "policy", "values": "left"}
    found = tables.table(LONG, **asked, keep=[9, 0], order=["accumulate", "replace"])
    assert (list(found.index), list(found.columns)) == ([9, 0], ["accumulate", "replace"])
    with pytest.raises(ValueError, match=r"keep must be among .*, got 7"):
        tables.table(LONG, **asked, keep=[7])


def test_what_is_missing_is_an_empty_cell():
    found = tables.table(LONG.iloc[:3], rows="generation", columns="policy", values="left", form="{:.0%}")
    assert found.loc[9, "accumulate"] == ""


def test_two_numbers_for_one_cell_are_refused():
    with pytest.raises(ValueError, match="a cell must hold one number, got two for"):
        tables.table(pd.concat([LONG, LONG]), rows="generation", columns="policy", values="left")


def test_cells_must_be_named_and_have_one_form():
    with pytest.raises(ValueError, match="must name its cells, got values = None"):
        tables.table(LONG, rows="generation", columns="policy")
    with pytest.raises(ValueError, match="the form of cells of one kind must be one text, got"):
        tables.table(LONG, rows="generation", columns="policy", values="left", form={"left": "{}"})


def test_a_chapter_finds_it_beside_the_charts():
    assert charts.table is tables.table


def test_rows_of_several_names_are_kept_by_the_first_of_them_or_by_all():
    data = pd.DataFrame({"policy": ["a", "a", "b"], "passes": [5, 10, 5], "generation": 0, "real": [1, 2, 3]})
    asked = {"rows": ["policy", "passes"], "columns": "generation", "values": "real"}
    assert list(tables.table(data, **asked, keep=["b", "a"]).index) == [("b", 5), ("a", 5), ("a", 10)]
    assert list(tables.table(data, **asked, keep=[("a", 10)]).index) == [("a", 10)]
    with pytest.raises(ValueError, match=r"keep must be among 'a', 'b', got 'c'"):
        tables.table(data, **asked, keep=["c"])
