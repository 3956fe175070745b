"""What every notebook holds to, so that it reads the same on the page, in JupyterLab and in Colab."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import address
import contents
import nbformat
import pytest

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
GPU_CHAPTER = "05-opt-experiment"
DIRECTIVE = re.compile(r"^\s*(`{3,}|:{3,})\{|\{[a-z:]+\}`", re.MULTILINE)

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
every_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[Any]:
    """Return a notebook's cells of one kind, "code" or "markdown"."""
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_the_chapters_are_those_of_the_table_of_contents() -> None:
    named = {contents.source(page) for page in contents.pages()}
    assert {path for path in named if path.suffix == ".ipynb"} == set(NOTEBOOKS)
    assert contents.chapters() == CHAPTERS


@every_notebook
def test_no_outputs_are_stored(path: Path) -> None:
    assert [cell.id for cell in cells(path, "code") if cell.outputs or cell.execution_count] == []


@every_notebook
def test_a_notebook_holds_plain_markdown(path: Path) -> None:
    assert [cell.source for cell in cells(path, "markdown") if DIRECTIVE.search(cell.source)] == []


@pytest.mark.parametrize("text", ["```{note}\nx\n```", ":::{tip}\nx\n:::", "see {doc}`index`", "{cite:t}`x`"])
def test_a_directive_or_role_is_recognised(text: str) -> None:
    assert DIRECTIVE.search(text)


@pytest.mark.parametrize("text", ["```python\nx\n```", r"$\frac{a}{b}$ and `code`", "<details>\n\nx\n\n</details>"])
def test_plain_markdown_is_let_through(text: str) -> None:
    assert not DIRECTIVE.search(text)


@every_notebook
def test_the_setup_cell_comes_first_and_is_the_template_with_the_configured_address(path: Path) -> None:
    cell = cells(path, "code")[0]
    extras = address.extras_of(cell.source)
    assert cell.source == address.setup_cell(address.configured(ROOT), extras=extras, gpu=path.stem == GPU_CHAPTER)
    assert cell.metadata["jupyter"] == {"source_hidden": True}  # folded in JupyterLab as "form" folds it in Colab


@every_notebook
def test_only_the_chapter_with_the_language_model_asks_for_a_gpu(path: Path) -> None:
    metadata = nbformat.read(path, as_version=4).metadata
    asked = (metadata.get("accelerator"), metadata.get("colab", {}).get("gpuType"))
    assert asked == (("GPU", "T4") if path.stem == GPU_CHAPTER else (None, None))


def test_readers_are_not_told_what_hardware_the_page_was_built_on() -> None:
    (path,) = [path for path in CHAPTERS if path.stem == GPU_CHAPTER]
    assert cells(path, "code")[0].metadata.tags == ["hide-cell"]


@every_chapter
def test_code_is_hidden_from_readers_but_for_the_loop_of_chapter_2(path: Path) -> None:
    tags = {cell.source.splitlines()[0]: set(cell.metadata.get("tags", [])) for cell in cells(path, "code")}
    open_to_all = [title for title, its in tags.items() if not {"hide-input", "hide-cell"} & its]
    assert open_to_all == (["# @title The loop: change the policy, run it again"] if path.stem[:2] == "02" else [])


@every_chapter
def test_every_cell_has_a_title_by_which_colab_folds_it(path: Path) -> None:
    assert [cell.source for cell in cells(path, "code") if not re.match(r"# @title \S", cell.source)] == []


def test_stripping_keeps_what_homework_and_colab_need(tmp_path: Path) -> None:
    metadata = {"accelerator": "GPU", "colab": {"gpuType": "T4", "provenance": []}}
    graded = {"nbgrader": {"grade_id": "q1", "points": 2}, "tags": ["hide-input"], "outputId": "x"}
    cell = nbformat.v4.new_code_cell("1", id="kept", metadata=graded, execution_count=3)
    cell.outputs = [nbformat.v4.new_output("stream", text="1")]
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=metadata), tmp_path / "x.ipynb")
    strip = re.search(r"^STRIP := \$\(BIN\)/(.+?)\n\n", (ROOT / "Makefile").read_text(), re.MULTILINE | re.DOTALL)
    assert strip
    command = strip[1].replace("\\\n", " ")
    subprocess.run(f"{Path(sys.executable).parent}/{command} {tmp_path}/x.ipynb", shell=True, check=True)
    stripped = nbformat.read(tmp_path / "x.ipynb", as_version=4)
    assert stripped.metadata == {"accelerator": "GPU", "colab": {"gpuType": "T4"}}
    assert stripped.cells[0].metadata == {"nbgrader": graded["nbgrader"], "tags": ["hide-input"]}
    assert (stripped.cells[0].id, stripped.cells[0].outputs) == ("kept", [])
