"""Make the student copies of the homework, or a folder in which nbgrader marks it.

    python tools/assignments.py                              writes notebooks/homework/*.ipynb
    python tools/assignments.py FOLDER --class-number 27     makes FOLDER: copies with goals of its own, and their tests

homework/source/ holds the sources, with solutions and hidden tests; `nbgrader generate_assignment` takes them out.
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

HOMEWORK = ROOT / "homework"


def names() -> list[str]:
    """Return the names of all assignments: those of their sources."""
    return sorted(path.stem for path in (HOMEWORK / "source").glob("*.md"))


def copy_of(name: str) -> Path:
    """Return where the copy of an assignment lies that students get."""
    return ROOT / "notebooks" / "homework" / f"{name}.ipynb"


def source(name: str, class_number: int = 0) -> NotebookNode:
    """Return an assignment with its solutions and hidden tests, with the goals of class `class_number`.

    Raises ValueError if the class number is negative.
    """
    if class_number < 0:
        raise ValueError(f"a class number must not be negative, got {class_number}")
    repository = configured(ROOT)
    filled = {
        "{setup}": setup_cell(repository),
        "{colab}": f"{repository.colab}/notebooks/homework/{name}.ipynb",
        "CLASS_NUMBER = 0": f"CLASS_NUMBER = {class_number}",
    }
    notebook = jupytext.read(HOMEWORK / "source" / f"{name}.md")
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell-{number}")
        for mark, text in filled.items():
            cell.source = cell.source.replace(mark, text)
    return notebook


def course(folder: Path, class_number: int = 0) -> list[Path]:
    """Make `folder` a course of nbgrader with all assignments in it and return the paths of the student copies.

    Raises FileExistsError if there is a course already: its gradebook would not fit a new assignment.
    """
    for name in names():
        place = folder / "source" / name
        place.mkdir(parents=True)
        nbformat.write(source(name, class_number), place / f"{name}.ipynb")
    shutil.copy(HOMEWORK / "nbgrader_config.py", folder)
    shutil.copytree(HOMEWORK / "stand_ins", folder / "stand_ins", ignore=shutil.ignore_patterns("__pycache__"))
    for name in names():
        subprocess.run([sys.executable, "-m", "nbgrader", "generate_assignment", name], cwd=folder, check=True)
    return [folder / "release" / name / f"{name}.ipynb" for name in names()]


def release() -> None:
    """Write the student copies of class 0."""
    with TemporaryDirectory() as folder:
        for made in course(Path(folder)):
            nbformat.write(nbformat.read(made, as_version=4), copy_of(made.stem))


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks for; 1 and a message if its folder cannot be made, or is a course already."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="a new folder to mark in")
    parser.add_argument("--class-number", type=int, default=0, help="chooses the goals of part B")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.folder is None:
            release()
        else:
            print("The student copies:", *course(chosen.folder, chosen.class_number), sep="\n  ")
    except OSError as error:
        needs = "a course needs a new folder that can be written to"
        print(f"{needs}, got {error.filename} ({str(error.strerror).lower()})", file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
