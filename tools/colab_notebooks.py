"""Run notebooks as Colab does: each in a kernel of its own, in an empty folder, with google.colab imported first.

In Colab's image: `python3 tools/colab_notebooks.py notebooks/*.ipynb`. It needs nbclient alone, which is there.
The gates in tests/gates run notebooks in other environments with the same `run`.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

IN_COLAB = "import google.colab"
TIMEOUT = 900  # seconds that one cell may take, on a busy machine
WARNING = re.compile(r"[A-Z]\w*Warning\b|^WARNING", re.MULTILINE)


def run(path: Path, folder: Path, *, kernel: str = "python3", first: str = "") -> nbformat.NotebookNode:
    """Return a notebook with its outputs: run in `folder` by the kernel of that name, after the statement `first`.

    A cell that fails is a CellExecutionError.
    """
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(first))
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=TIMEOUT, kernel_name=kernel, resources=where).execute()
    return notebook


def texts(notebook: nbformat.NotebookNode) -> Iterator[tuple[str, str]]:
    """Yield the text of each output and where it went: "stdout", "stderr", or "page"."""
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        if output.output_type == "stream":
            yield output.name, output.text
        yield from (("page", text) for kind, text in output.get("data", {}).items() if kind == "text/plain")


def complaints(notebook: nbformat.NotebookNode) -> list[str]:
    """Return what a reader should not see: all that went to stderr, and every warning in another output."""
    return [text for where, text in texts(notebook) if where == "stderr" or WARNING.search(text)]


def outcome(path: Path) -> list[str]:
    """Run a notebook in an empty folder; return what is wrong with it, in words."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return complaints(run(path, Path(folder), first=IN_COLAB))
        except CellExecutionError as error:
            return [str(error)]


def main(names: list[str]) -> int:
    """Run the notebooks that are named; say of each how it went, and return 1 if one went wrong."""
    problems = {name: outcome(Path(name)) for name in names}
    for name, its in problems.items():
        print(f"{name}: {'runs without a warning' if not its else ''.join(f'{chr(10)}{text}' for text in its)}")
    return int(any(problems.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
