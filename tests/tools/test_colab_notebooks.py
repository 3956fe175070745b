"""What a notebook shows its reader is looked through for warnings, and the run says what it found."""

from __future__ import annotations

from pathlib import Path

import colab_notebooks
import nbformat
import pytest


def written(path: Path, *cells: str) -> Path:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, path)
    return path


@pytest.mark.parametrize(
    "cell",
    [
        "import warnings; warnings.warn('old')",
        "import sys; print('anything', file=sys.stderr)",
        "print('FutureWarning: this goes')",
        "import logging; logging.warning('x')",
        "DeprecationWarning('x')",
    ],
)
def test_a_warning_is_seen_wherever_it_shows(cell: str, tmp_path: Path) -> None:
    notebook = colab_notebooks.run(written(tmp_path / "a.ipynb", cell), tmp_path)
    assert len(colab_notebooks.complaints(notebook)) == 1


def test_words_about_warnings_are_none() -> None:
    output = nbformat.v4.new_output("stream", text="A warning sign: the forewarned Warnings.\nwarning of rain")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=[output])])
    assert colab_notebooks.complaints(notebook) == []


def test_the_first_statement_runs_first_and_the_folder_is_where_it_runs(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ipynb", "import os; print(before, os.listdir())")
    (tmp_path / "there").mkdir()
    notebook = colab_notebooks.run(path, tmp_path / "there", first="before = 1")
    assert dict(colab_notebooks.texts(notebook)) == {"stdout": "1 []\n"}


def test_the_run_names_what_went_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(colab_notebooks, "IN_COLAB", "")
    good, bad = written(tmp_path / "good.ipynb", "print(1)"), written(tmp_path / "bad.ipynb", "1 / 0")
    assert colab_notebooks.main([str(good)]) == 0
    assert "good.ipynb: runs without a warning" in capsys.readouterr().out
    assert colab_notebooks.main([str(good), str(bad)]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().out
