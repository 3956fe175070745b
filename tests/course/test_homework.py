"""The homework is released, handed in by all sorts of students, and marked, as an instructor would: with nbgrader."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import address
import assignments
import nbformat
import pytest
from homework_cells import AUTOMATIC, NAME, WRITTEN, cells, student_copy
from nbformat import NotebookNode
from nbgrader.api import Gradebook

PATIENCE = 20  # seconds that a cell may run here; only the endless loop needs them


def answers() -> dict[str, str]:
    """Return the solved answer cells, by their ids."""
    return {name: cell.source for name, cell in cells().items() if cell.metadata.get("nbgrader", {}).get("solution")}


def untouched() -> NotebookNode:
    return student_copy()


def solved(**instead: str) -> NotebookNode:
    """Return the student copy with the right answers, but for those named in `instead`."""
    notebook = student_copy()
    for cell in notebook.cells:
        cell.source = {**answers(), **instead}.get(cell.id, cell.source)
    return notebook


def crashing() -> NotebookNode:
    return solved(q7="def share_left(original, copy):\n    return 1 / 0")


def endless() -> NotebookNode:
    return solved(q6="while True:\n    pass\n" + answers()["q6"])


def careless() -> NotebookNode:
    """Return a solved copy from Colab that mounts a drive, holds an answer and a test twice, and warns."""
    on_colab = (
        "from google.colab import drive\nimport google.colab.files\ndrive.mount('/content/drive')\nimport warnings\n"
    )
    notebook = solved(q6=on_colab + answers()["q6"].replace("    return", "    warnings.warn('?')\n    return"))
    for name in ("q7", "q7-test"):
        place = next(place for place, cell in enumerate(notebook.cells) if cell.id == name)
        notebook.cells.insert(place, NotebookNode(deepcopy(notebook.cells[place]), id=f"{name}-again"))
    return notebook


def meddling() -> NotebookNode:
    """Return an unsolved copy without its last test, in which the other tests ask for nothing."""
    notebook = student_copy()
    notebook.cells = [cell for cell in notebook.cells if cell.id != "q8-test"]
    for cell in notebook.cells:
        cell.source = "# all is well" if cell.id in AUTOMATIC else cell.source
    return notebook


STUDENTS: list[Callable[[], NotebookNode]] = [untouched, solved, crashing, endless, careless, meddling]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course folder in which all students have handed in and were marked once."""
    folder = tmp_path_factory.mktemp("course") / "rare-words"
    assignments.course(folder)
    for student in STUDENTS:
        place = folder / "submitted" / student.__name__ / NAME
        place.mkdir(parents=True)
        nbformat.write(student(), place / f"{NAME}.ipynb")
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME, f"--Execute.timeout={PATIENCE}"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    return folder


@pytest.fixture
def points(course: Path) -> Callable[[Callable[[], NotebookNode]], dict[str, float | None]]:
    """Return a function that looks up a student's marks, by test."""

    def look_up(student: Callable[[], NotebookNode]) -> dict[str, float | None]:
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
            grades = book.find_submission(NAME, student.__name__).notebooks[0].grades
            return {grade.name: grade.auto_score for grade in grades}

    return look_up


@pytest.mark.parametrize("name", assignments.names())
def test_the_committed_copy_is_what_a_release_makes(name: str, course: Path) -> None:
    made, committed = course / "release" / name / f"{name}.ipynb", assignments.copy_of(name)
    assert nbformat.read(made, as_version=4) == nbformat.read(committed, as_version=4), "run make homework"


def test_a_solved_copy_gets_every_automatic_point_and_waits_for_the_others(points) -> None:
    assert points(solved) == {**AUTOMATIC, **dict.fromkeys(WRITTEN)}


def test_an_untouched_copy_gets_none(points) -> None:
    assert set(points(untouched).values()) == {0}


def test_an_exception_costs_its_own_answer(points) -> None:
    assert points(crashing) == points(solved) | {"q7-test": 0}


def test_an_endless_loop_costs_its_own_answer(points) -> None:
    assert points(endless) == points(solved) | {"q6-test": 0}


def test_a_drive_that_is_mounted_a_warning_and_a_copied_cell_cost_nothing(points) -> None:
    assert points(careless) == points(solved)


def test_tests_that_were_edited_or_deleted_are_put_back(points) -> None:
    assert set(points(meddling).values()) == {0}


def test_every_cell_of_a_solved_copy_runs(course: Path) -> None:
    marked = nbformat.read(course / "autograded" / "solved" / NAME / f"{NAME}.ipynb", as_version=4)
    outputs = [output for cell in marked.cells for output in cell.get("outputs", [])]
    assert outputs
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []


def test_a_course_is_not_made_over_another(course: Path) -> None:
    with pytest.raises(FileExistsError):
        assignments.course(course)


def test_the_copy_moves_with_the_repository(tmp_path: Path) -> None:
    moved = address.Repository("https://github.com/someone/else", "next")
    path = tmp_path / "rare-words.ipynb"
    nbformat.write(deepcopy(student_copy()), path)
    address.rewrite_notebook(path, moved)
    text = path.read_text(encoding="utf-8")
    assert "https://colab.research.google.com/github/someone/else/blob/next/notebooks/homework/rare-words.ipynb" in text
    assert address.configured(assignments.ROOT).url.split("/")[-2] not in text
