"""Cells that compute while a page is read: whatever fails there, the reader sees what was recorded, and why."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import other_transformers
import pandas as pd
import pytest

from collapse_lib import recorded
from collapse_lib.experiments.language_model.material import Material
from collapse_lib.experiments.toy_language_model import runs

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
FIRST = "policy == 'replace' and replicate == 0 and "
ERRORS = [
    TypeError("forward() got an unexpected keyword argument 'past_key_values'"),
    RuntimeError("the disk is not what it was"),
    MemoryError(),
    KeyError("gone"),
    ImportError("No module named 'torch'"),
]
SHORT = {"SEED = 4": "SEED = 1"}  # one generation in place of four
whatever_fails = pytest.mark.parametrize("error", ERRORS, ids=repr)


def sources(path: Path) -> list[str]:
    """Return the code cells of a notebook, without the one that sets up."""
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"][1:]


def played(chapter: str, *titles: str, **changed: str) -> dict[str, Any]:
    """Run the cells whose titles begin so, in this order, with some texts in them changed; return what they define."""
    names: dict[str, Any] = {"display": print}
    cells = sources(NOTEBOOKS / f"{chapter}.ipynb")
    for title in titles:
        (cell,) = [cell for cell in cells if cell.startswith(f"# @title {title}")]
        for before, after in changed.items():
            cell = cell.replace(before, after)
        exec(cell, names)
    return names


def fail(monkeypatch: pytest.MonkeyPatch, what: str, error: BaseException) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(what, fails)


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_only_the_library_decides_what_a_failed_live_run_shows(path: Path) -> None:
    for source in sources(path):
        code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith("!"))
        assert not [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Try)]
        live = source.startswith("# @title A live run") or "START = False" in source
        assert ("with recorded.fallback(" in source) == (live or "first two generations again" in source)


@whatever_fails
def test_chapter_2_has_its_recorded_table(error, monkeypatch, capsys) -> None:
    fail(monkeypatch, "collapse_lib.data.wikitext.load", error)
    assert played("02-problem-framing", "Imports", "Make the first two generations again")["again"] is None
    told = capsys.readouterr().out
    assert str(error) in told and "The recorded table above is all there is to show." in told


@whatever_fails
@pytest.mark.parametrize("what", ["base", "survey"])
def test_chapter_5_goes_on_with_the_first_recorded_run(what, error, monkeypatch, capsys) -> None:
    monkeypatch.setattr(runs, "base", lambda **_: None)
    fail(monkeypatch, f"collapse_lib.experiments.toy_language_model.runs.{what}", error)
    names = played("05-opt-experiment", "Imports", "Six sentences", "A live run", "Two surprises in", "What it says at")
    told = capsys.readouterr().out
    assert str(error) in told and "What follows is the first of the recorded runs." in told
    expected = recorded.load("opt-embedded").query(FIRST + "decoding == 'T = 0.9'")
    pd.testing.assert_frame_equal(names["live"]["measures"], expected)
    assert names["title"].endswith("recorded")


@whatever_fails
def test_chapter_8_shows_the_first_recorded_run(error, monkeypatch, capsys) -> None:
    fail(monkeypatch, "collapse_lib.experiments.digits.runs.survey", error)
    names = played("08-images", "Imports", "What each generation draws", "The same in numbers: nothing", "A live run")
    told = capsys.readouterr().out
    assert str(error) in told and "What follows is the first of the recorded runs." in told
    expected = recorded.load("images").query(FIRST + "draws == 'means'")
    np.testing.assert_array_equal(names["live"]["measures"]["precision"], expected["precision"])
    assert len(names["told"](names["live"])) == len(expected)


@whatever_fails
def test_a_longer_run_that_fails_says_why(error, monkeypatch, capsys) -> None:
    monkeypatch.setattr(Material, "of", classmethod(lambda *_: (_ for _ in ()).throw(error)))
    played("05-opt-experiment", "Imports", "Real text, one condition", **{"START = False": "START = True"})
    assert str(error) in capsys.readouterr().out


def test_who_stops_a_live_run_has_stopped_the_cell(monkeypatch) -> None:
    fail(monkeypatch, "collapse_lib.experiments.digits.runs.survey", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        played("08-images", "Imports", "What each generation draws", "The same in numbers: nothing", "A live run")


# Live, whatever the version of transformers


@pytest.mark.parametrize("forward", [other_transformers.before, other_transformers.after, other_transformers.OPTS_OWN])
def test_chapter_5_runs_live_with_a_network_of_another_version(forward, monkeypatch, capsys, recwarn) -> None:
    other_transformers.install(monkeypatch, forward)
    monkeypatch.setattr(runs, "BASE", 300)
    monkeypatch.setitem(runs.survey.__kwdefaults__, "sentences", 60)
    names = played("05-opt-experiment", "Imports", "Six", "A live run", "Two surprises in", **SHORT)
    assert names["title"] == "Two surprises in one short run"
    assert len(names["live"]["measures"]) == 2
    assert capsys.readouterr().out == ""
    assert [str(warning.message) for warning in recwarn if "past_key_values" in str(warning.message)] == []


@pytest.mark.parametrize("kept", ["replace", "10% kept", "accumulate"])
@pytest.mark.parametrize("draws", ["means", "pixels"])
def test_the_live_table_of_chapter_8_shows_whatever_a_reader_chose(kept, draws, monkeypatch) -> None:
    images = recorded.tables("images")
    chosen = {
        name: rows.query(f"policy == '{kept}' and draws == '{draws}' and replicate == 0")
        for name, rows in images.items()
        if name != "pictures"
    }
    monkeypatch.setattr("collapse_lib.experiments.digits.runs.survey", lambda *_, **__: chosen)
    names = played("08-images", "Imports", "What each generation draws", "The same in numbers: nothing", "A live run")
    assert len(names["told"](names["live"]).loc[:4]) == 5
