"""Make the student copy of the homework, or a folder in which nbgrader marks it.

    python tools/assignments.py                              writes notebooks/homework/rare-words.ipynb
    python tools/assignments.py FOLDER --class-number 27     makes FOLDER: a copy with goals of its own, and its tests

homework/source/ holds the source, with solutions and hidden tests; `nbgrader generate_assignment` takes them out.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import jupytext
import nbformat
from address import ROOT, configured, setup_cell
from nbformat import NotebookNode

NAME = "rare-words"
HOMEWORK = ROOT / "homework"
STUDENT_COPY = ROOT / "notebooks" / "homework" / f"{NAME}.ipynb"


def source(class_number: int = 0) -> NotebookNode:
    """Return the assignment with its solutions and hidden tests, with the goals of class `class_number`.

    Raises ValueError if the class number is negative.
    """
    if class_number < 0:
        raise ValueError(f"a class number must not be negative, got {class_number}")
    repository = configured(ROOT)
    filled = {
        "{setup}": setup_cell(repository, gpu=False),
        "{colab}": f"{repository.colab}/notebooks/homework/{NAME}.ipynb",
        "CLASS_NUMBER = 0": f"CLASS_NUMBER = {class_number}",
    }
    notebook = jupytext.read(HOMEWORK / "source" / f"{NAME}.md")
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell-{number}")
        for mark, text in filled.items():
            cell.source = cell.source.replace(mark, text)
    return notebook


def course(folder: Path, class_number: int = 0) -> Path:
    """Make `folder` a course of nbgrader with the assignment in it and return the path of the student copy.

    Raises FileExistsError if there is a course already: its gradebook would not fit a new assignment.
    """
    place = folder / "source" / NAME
    place.mkdir(parents=True)
    nbformat.write(source(class_number), place / f"{NAME}.ipynb")
    shutil.copy(HOMEWORK / "nbgrader_config.py", folder)
    shutil.copytree(HOMEWORK / "stand_ins", folder / "stand_ins", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "nbgrader", "generate_assignment", NAME], cwd=folder, check=True)
    return folder / "release" / NAME / f"{NAME}.ipynb"


def release(target: Path) -> None:
    """Write the student copy of class 0 to `target`."""
    with TemporaryDirectory() as folder:
        made = nbformat.read(course(Path(folder)), as_version=4)
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, target)


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a new folder to mark in")
    parser.add_argument("--class-number", type=int, default=0, help="chooses the goals of part B")
    arguments = parser.parse_args()
    if arguments.folder is None:
        release(STUDENT_COPY)
    else:
        print("The student copy:", course(arguments.folder, arguments.class_number))


if __name__ == "__main__":
    main()
