"""Each chapter with an experiment shows the lines that make it: open where one runs the page, short and commented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import contents
import nbformat
import numpy as np
import pytest

from collapse_lib.experiments import telephone
from collapse_lib.models.categorical import zipf
from collapse_lib.policies import Accumulate, keep_real, replace

CHAPTERS = contents.chapters()[1:]  # the first has no experiment
FOLDED = '{ display-mode: "form" }'
TITLE = re.compile(r"# @title (The loop|The experiment|A live run)\b.*")


def shown(path: Path) -> list[Any]:
    """Return the cells of a chapter that a student is to read: those that Colab does not fold."""
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code" and FOLDED not in cell.source]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_shows_the_lines_that_make_its_experiment(path: Path) -> None:
    found = [cell for cell in shown(path) if TITLE.match(cell.source)]
    assert found
    for cell in found:
        lines = cell.source.splitlines()
        assert len(lines) <= 22
        assert any("# " in line for line in lines[1:])


def test_the_loop_of_chapter_2_is_open_on_the_page_too() -> None:
    (loop,) = [cell for cell in shown(CHAPTERS[0]) if cell.source.startswith("# @title The loop")]
    assert not {"hide-input", "hide-cell"} & set(loop.metadata.get("tags", []))


@pytest.mark.parametrize("policy", [replace(), keep_real(0.1), Accumulate()], ids=repr)
def test_the_loop_of_chapter_2_is_the_librarys(policy: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (loop,) = [cell for cell in shown(CHAPTERS[0]) if cell.source.startswith("# @title The loop")]
    original = telephone.bag(1_000, rng=np.random.default_rng(2))
    names = {"np": np, "bags": {1_000: original}, "zipf": zipf, "telephone": telephone, "replace": replace}
    exec(loop.source, names)
    expected = telephone.copies(original, policy, 10, rng=np.random.default_rng(7))[-1]
    np.testing.assert_array_equal(names["copied"](policy), expected)
    assert "words that stood there once are in the last copy" in capsys.readouterr().out
