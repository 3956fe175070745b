"""The command that makes a folder to mark in says in one line why it cannot, before nbgrader runs."""

from __future__ import annotations

from pathlib import Path

import assignments
import pytest


def test_a_folder_that_is_a_course_already_or_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course, file = tmp_path / "course", tmp_path / "file"
    (course / "source" / assignments.names()[0]).mkdir(parents=True)
    file.write_text("no folder", encoding="utf-8")
    for folder, reason in ((course, "file exists"), (file, "not a directory")):
        assert assignments.main([str(folder)]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"a course needs a new folder that can be written to, got {folder}/source/")
        assert said.endswith(f"({reason})\n") and said.count("\n") == 1


def test_a_class_number_below_nought_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assignments.main([str(tmp_path), "--class-number", "-1"]) == 1
    assert capsys.readouterr().err == "a class number must not be negative, got -1\n"
