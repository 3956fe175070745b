"""Wherever recording crashes, what is read is the old run or the new one, whole; the command again mends the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from crashes import crashing

from collapse_lib import recorded
from collapse_lib.recorded import storing

LONG = 3
MOMENTS = range(40)


def run(number: int, **rows: int) -> tuple[dict[str, pd.DataFrame], dict[str, int]]:
    """Return tables of so many rows, and what they were made with, that no other number has."""
    return {name: pd.DataFrame({"x": [number] * size}) for name, size in rows.items()}, {"seed": number}


BEFORE = run(1, measures=2, words=5, old=2)
AFTER = run(2, measures=5, words=2, more=1)  # one table is packed now, one no longer, one is gone, one is new
THIRD = run(3, measures=1, words=6)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library without runs, in which tables of more than three rows are packed."""
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    monkeypatch.setattr(storing, "LONG", LONG)
    return tmp_path


def record(what: tuple[Mapping[str, pd.DataFrame], Mapping[str, Any]]) -> None:
    storing.store("run", *what, recorded.FOLDER)


def crash(what: tuple[Mapping[str, pd.DataFrame], Mapping[str, Any]], at: int, *, dead: bool) -> bool:
    """Record on a machine that crashes at moment `at`; return whether it came so far."""
    with crashing(at, dead=dead) as machine:
        record(what)
    return machine.now > at


def told() -> tuple[dict[str, list[int]], dict[str, Any]] | None:
    """Return what a reader is told of the run: its tables and what they were made with. None if there is no run."""
    if recorded.names() == []:
        return None
    tables = {name: rows.x.to_list() for name, rows in recorded.tables("run").items()}
    return tables, recorded.provenance("run")


def whole(what: tuple[Mapping[str, pd.DataFrame], Mapping[str, Any]]) -> tuple[dict[str, list[int]], dict[str, Any]]:
    return {name: rows.x.to_list() for name, rows in what[0].items()}, dict(what[1])


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "run").iterdir()}


def attempts(first: Any, dead: bool) -> Iterator[int]:
    """Begin anew with `first` recorded, for each moment at which recording AFTER crashes, once it has."""
    for at in MOMENTS:
        for path in recorded.FOLDER.glob("run/*"):
            path.unlink()
        if first is not None:
            record(first)
        if not crash(AFTER, at, dead=dead):
            return
        yield at
    pytest.fail("there are more moments than were tried")


@pytest.mark.parametrize("dead", [True, False], ids=["kill -9", "Ctrl-C"])
@pytest.mark.parametrize("first", [None, BEFORE], ids=["the first run", "a run anew"])
def test_after_a_crash_at_any_moment_the_run_is_the_old_or_the_new_one(first: Any, dead: bool) -> None:
    seen = [told() for _ in attempts(first, dead)]
    old = [moment for moment in seen if moment != whole(AFTER)]
    assert seen[: len(old)] == [whole(first) if first else None] * len(old)
    assert 0 < len(old) < len(seen) > 20


@pytest.mark.parametrize("dead", [True, False], ids=["kill -9", "Ctrl-C"])
def test_after_a_crash_the_same_command_leaves_the_same_folder(dead: bool, library: Path) -> None:
    record(AFTER)
    expected = files(library)
    for _ in attempts(BEFORE, dead):
        record(AFTER)
        assert files(library) == expected


def test_after_a_crash_in_a_crash_the_run_is_one_of_the_three() -> None:
    for at in attempts(BEFORE, True):
        crash(AFTER, at, dead=True)
        between = told()
        for again in MOMENTS[at % 6 :: 6]:
            crash(THIRD, again, dead=True)
            assert told() in (between, whole(THIRD))
