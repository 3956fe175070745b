"""With the network cut, every chart and explorable in JupyterLab is live, or a picture, and nothing says "Error"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import contents
import lab
import nbformat
import pytest
from nbformat import NotebookNode

from collapse_lib.charts import display
from collapse_lib.explorables import explorable

ROOT = Path(__file__).parents[2]
CHAPTERS = [path.stem for path in contents.chapters()]
LIGHT = CHAPTERS[1]  # it has both, charts and an explorable
PICTURE = "(chart) => chart.querySelector('canvas')?.toDataURL() ?? chart.querySelector('svg').outerHTML"


def sources(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def given(chapter: str) -> NotebookNode:
    """Return a chapter as it is handed out, without outputs."""
    return nbformat.read(ROOT / "notebooks" / f"{chapter}.ipynb", as_version=4)


def executed(chapter: str) -> NotebookNode:
    """Return a chapter with its outputs, from when the book was built."""
    kept = (nbformat.read(path, as_version=4) for path in (ROOT / "_build" / "execution").rglob("base.ipynb"))
    return next(notebook for notebook in kept if sources(notebook) == sources(given(chapter)))


def number(notebook: NotebookNode, media_type: str) -> int:
    """Return how many outputs hold something of this type."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return sum(media_type in output.get("data", {}) for output in outputs)


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Lab]:
    """JupyterLab, running."""
    with lab.running(tmp_path_factory.mktemp("lab")) as running:
        yield running


def looked_at(browser: Any, jupyter: lab.Lab, notebook: NotebookNode, *, trusted: bool) -> dict[str, int]:
    """Open a saved notebook, whose kernel is gone; return how many charts, explorables and pictures are to be seen."""
    jupyter.keep("saved.ipynb", notebook, trusted=trusted)
    with lab.opened(browser, jupyter, "saved.ipynb") as (page, asked):
        seen = lab.to_be_seen(page, number(notebook, display.VEGA_LITE) + number(notebook, explorable.MEDIA_TYPE))
        assert lab.complaints(page) == []
        assert asked == []
    return seen


every_chapter = pytest.mark.parametrize(
    "chapter", [LIGHT, *(pytest.param(name, marks=pytest.mark.slow) for name in CHAPTERS if name != LIGHT)]
)


@every_chapter
def test_a_saved_chapter_is_live_without_its_kernel(chapter: str, browser: Any, jupyter: lab.Lab, built: Path) -> None:
    notebook = executed(chapter)
    charts, explorables = number(notebook, display.VEGA_LITE), number(notebook, explorable.MEDIA_TYPE)
    assert charts
    seen = looked_at(browser, jupyter, notebook, trusted=True)
    assert seen == {"charts": charts, "explorables": explorables, "pictures": 0}


@every_chapter
def test_in_a_saved_chapter_that_is_not_trusted_charts_are_live_and_explorables_are_pictures(
    chapter: str, browser: Any, jupyter: lab.Lab, built: Path
) -> None:
    notebook = executed(chapter)
    charts, explorables = number(notebook, display.VEGA_LITE), number(notebook, explorable.MEDIA_TYPE)
    seen = looked_at(browser, jupyter, notebook, trusted=False)
    assert seen == {"charts": charts, "explorables": 0, "pictures": explorables}


def test_the_controls_of_a_saved_chapter_move_its_charts(browser: Any, jupyter: lab.Lab, built: Path) -> None:
    jupyter.keep("moved.ipynb", executed(LIGHT), trusted=False)
    with lab.opened(browser, jupyter, "moved.ipynb") as (page, _):
        chart = page.locator(".vega-embed:has(input[type=range])").first
        before = chart.evaluate(PICTURE)
        chart.locator("input[type=range]").click()  # in its middle
        page.wait_for_timeout(500)
        assert chart.evaluate(PICTURE) != before


def test_the_keyboard_plays_an_explorable_in_a_notebook(browser: Any, jupyter: lab.Lab, built: Path) -> None:
    jupyter.keep("played.ipynb", executed(LIGHT), trusted=True)
    with lab.opened(browser, jupyter, "played.ipynb") as (page, _):
        copies = page.locator("figure.explorable .xp-slider input")
        copies.press("ArrowRight")
        assert copies.input_value() == "1"


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_that_is_run_is_live_and_so_it_is_when_it_was_saved_and_is_opened_again(
    chapter: str, browser: Any, jupyter: lab.Lab
) -> None:
    name = f"{chapter}.ipynb"
    jupyter.keep(name, given(chapter), trusted=False)
    with lab.opened(browser, jupyter, name) as (page, asked):
        for command in ("notebook:run-all-cells", "docmanager:save", "notebook:shutdown-kernel"):
            lab.command(page, command)
        notebook = nbformat.read(jupyter.folder / name, as_version=4)
        charts, explorables = number(notebook, display.VEGA_LITE), number(notebook, explorable.MEDIA_TYPE)
        live = {"charts": charts, "explorables": explorables, "pictures": 0}
        assert charts
        assert lab.to_be_seen(page, charts + explorables) == live
        assert (lab.complaints(page), asked) == ([], [])
    with lab.opened(browser, jupyter, name) as (page, asked):
        assert lab.to_be_seen(page, charts + explorables) == live
        assert (lab.complaints(page), asked) == ([], [])
