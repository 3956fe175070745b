"""Recorded runs are whole, say how they came about, are found where they are made, and are never half written."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.recorded import __main__ as command
from collapse_lib.recorded import folders, storing

ONE = {"measures": pd.DataFrame({"x": [1]})}
EVERY = [(name, table) for name in recorded.names() for table in recorded.tables(name)]
NOT_NUMBERS = {"policy", "decoding", "draws", "choice", "cure", "setting", "band", "beginning", "prompt", "word"}
NOT_NUMBERS |= {"archive"}  # whether real sentences were read all along, or given back


def packed(size: int) -> dict[str, pd.DataFrame]:
    return {"measures": pd.DataFrame({"x": np.arange(size)})}


# What is recorded


@pytest.mark.parametrize("name", recorded.names())
def test_every_recorded_run_says_how_it_came_about(name):
    assert len(recorded.load(name)) > 0
    assert {"command", "date", "commit", "versions", "hardware", "seed", "seconds"} <= recorded.provenance(name).keys()
    assert not list(recorded.FOLDER.rglob("*.new"))


@pytest.mark.parametrize(("name", "table"), EVERY)
def test_every_table_has_one_thing_in_a_cell_and_the_names_that_all_have(name, table):
    rows = recorded.load(name, table)
    assert not rows.isna().any(axis=None)
    assert set(rows.select_dtypes(exclude=["number", "bool"])) - NOT_NUMBERS <= {"text", "sentence"}
    assert not {"seed", "lineage", "way", "temperature", "far", "possible", "true"} & set(rows)
    if "policy" in rows:
        assert set(rows.policy) <= {"replace", "10% kept", "50% kept", "accumulate"}
    if "decoding" in rows:
        assert set(rows.decoding) <= {"T = 0.9", "T = 1", "T = 1.1", "top-p 0.95", "T = 0.9, repetition penalty 3"}


def test_what_is_recorded_is_what_the_experiments_say_they_record():
    assert sorted(command.runs()) == recorded.names()
    for module, function in command.runs().values():
        assert callable(getattr(import_module(module), function))


def test_what_was_not_recorded_is_refused_with_what_was():
    for read in (recorded.load, recorded.tables, recorded.provenance):
        with pytest.raises(
            FileNotFoundError, match=r"a recorded run must be one of .*images, .*vocabulary, got 'opt-base'"
        ):
            read("opt-base")
    with pytest.raises(
        FileNotFoundError, match="the table of vocabulary must be one of measures, survival, got 'words'"
    ):
        recorded.load("vocabulary", "words")


# Storing


def test_what_is_stored_is_what_is_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    texts = ["a, b", 'a "b"', "a\nb", "a\rb", " a "]
    tables = {"measures": pd.DataFrame({"x": [0.1, 2.0]}), "texts": pd.DataFrame({"place": range(5), "text": texts})}
    storing.store("run", tables, {"seed": 1}, tmp_path)
    assert recorded.names() == ["run"] and recorded.provenance("run") == {"seed": 1}
    for name, table in recorded.tables("run").items():
        pd.testing.assert_frame_equal(table, tables[name], check_dtype=False)


def test_a_long_table_is_packed_in_equal_bytes_and_takes_the_place_of_the_short_one(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    bytes_of = []
    for size in (5_000, 5_001, 5_001):
        storing.store("run", packed(size), {}, tmp_path)
        (path,) = (tmp_path / "run").glob("measures*")
        bytes_of.append((path.name, path.read_bytes()))
        assert len(recorded.load("run")) == size
    assert [name for name, _ in bytes_of] == ["measures.csv", "measures.csv.gz", "measures.csv.gz"]
    assert bytes_of[1][1] == bytes_of[2][1] and bytes_of[1][1][4:8] == bytes(4)  # no time in it


def test_a_failed_write_leaves_the_old_result_whole(tmp_path, monkeypatch):
    storing.store("run", ONE, {"seed": 1}, tmp_path)
    before = {path.name: path.read_bytes() for path in (tmp_path / "run").iterdir()}

    def fail(*arguments):
        raise OSError("disk full")

    monkeypatch.setattr(folders.os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        storing.store("run", {"measures": pd.DataFrame({"x": [2]})}, {"seed": 2}, tmp_path)
    assert {path.name: path.read_bytes() for path in (tmp_path / "run").iterdir()} == before


def test_an_empty_table_is_not_recorded(tmp_path):
    with pytest.raises(ValueError, match="a recorded table must have rows, got 'more' with none"):
        storing.store("run", {**ONE, "more": pd.DataFrame()}, {}, tmp_path)
    assert not list(tmp_path.iterdir())
