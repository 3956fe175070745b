"""The command that makes a base says in one line what is missing, before it has computed anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from collapse_lib.experiments.language_model import base


def test_without_books_it_says_where_they_must_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path / "data"))
    assert base.main([str(tmp_path / "base")]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"no base was made: books must lie in {tmp_path / 'data' / 'public_domain'} as .txt, got none"
    )
    assert said.count("\n") == 1 and not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_to_is_told_before_the_books_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(base, "books", lambda folder: pytest.fail("the books were read"))
    (tmp_path / "base").write_text("a file", encoding="utf-8")
    assert base.main([str(tmp_path / "base")]) == 1
    said = capsys.readouterr().err
    assert (
        said.startswith("no base was made: results must have a folder that can be written to") and said.count("\n") == 1
    )
