"""Whoever has an older notebook open is told at once where a module went, and how to go on."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from collapse_lib.moved import MOVED, Signpost, put_up_signpost


@pytest.mark.parametrize("old", MOVED)
def test_a_module_that_has_moved_says_where_to_and_what_to_install(old):
    said = (
        rf"collapse_lib.{old} is now collapse_lib.{MOVED[old]}\. Open .* pip install --force-reinstall .*git\+https://"
    )
    with pytest.raises(ImportError, match=said):
        import_module(f"collapse_lib.{old}")


@pytest.mark.parametrize("new", sorted(set(MOVED.values())))
def test_the_place_that_is_named_is_there(new):
    import_module(f"collapse_lib.{new}")


@pytest.mark.parametrize(
    "line", ["from collapse_lib import guesses, telephone", "from collapse_lib.charts import slips"]
)
def test_the_lines_of_an_older_notebook_are_answered(line):
    run = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "ImportError: collapse_lib." in run.stderr
    assert "Open the chapter anew" in run.stderr


def test_what_was_never_here_is_missing_as_ever():
    with pytest.raises(ModuleNotFoundError, match="No module named"):
        import_module("collapse_lib.cellar")


def test_there_is_one_signpost_however_often_it_is_put_up():
    put_up_signpost()
    assert sum(isinstance(finder, Signpost) for finder in sys.meta_path) == 1
