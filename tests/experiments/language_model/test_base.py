"""The command that makes a base says what it lacks, and tries its folder, before it trains for minutes."""

from __future__ import annotations

import pytest

from collapse_lib.experiments.language_model import base


@pytest.fixture
def one_book(tmp_path, monkeypatch) -> None:
    (tmp_path / "public_domain").mkdir()
    (tmp_path / "public_domain" / "book.txt").write_text("A book.")
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))


def test_without_books_it_says_where_they_must_lie(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    assert base.main([str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert said == f"books must lie in {tmp_path / 'public_domain'} as .txt, got none; set COLLAPSE_DATA\n"


@pytest.mark.usefixtures("one_book")
def test_its_folder_is_tried_before_anything_is_trained(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(base, "make", None)
    (tmp_path / "file").write_text("mine")
    assert base.main([str(tmp_path / "file" / "base")]) == 1
    assert f"({tmp_path / 'file'} is a file)" in capsys.readouterr().err


@pytest.mark.usefixtures("one_book")
def test_stopped_it_says_so(tmp_path, monkeypatch, capsys):
    def stop(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(base, "make", stop)
    assert base.main([str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err == "Stopped: no base was written.\n"
