"""The notebooks of the course, run in an environment of a gate as a reader runs them."""

from __future__ import annotations

import json
from pathlib import Path

import assignments
import colab_notebooks
import nbformat
import pytest
from environments import ROOT, Environment

CHAPTERS = {path.stem: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
NAMES = [*CHAPTERS, *assignments.names()]
COMMAND = ("-m", "ipykernel_launcher", "-f", "{connection_file}")


def notebook(name: str, folder: Path) -> Path:
    """Return a chapter, or an assignment that has been solved: as it is given to students it stops at its tests."""
    if name in CHAPTERS:
        return CHAPTERS[name]
    path = folder / f"{name}.ipynb"
    nbformat.write(assignments.source(name), path)
    return path


def ran(
    name: str, environment: Environment, folder: Path, first: str = "", settings: dict[str, str] | None = None
) -> nbformat.NotebookNode:
    """Run a notebook in a kernel of `environment`, with these settings, and return it with its outputs.

    It runs in an empty folder within `folder`, and nothing of this machine's Python, text or library reaches it.
    """
    kernel, there = folder / "kernels" / "gate", folder / "there"
    kernel.mkdir(parents=True, exist_ok=True)
    there.mkdir(exist_ok=True)
    command = {"argv": [str(environment.python), *COMMAND], "display_name": "gate", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(command), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("PYTHONPATH", "COLLAPSE_DATA", "PYTHONWARNINGS"):
            patch.delenv(variable, raising=False)
        for variable, value in {"JUPYTER_PATH": str(folder), **(settings or {})}.items():
            patch.setenv(variable, value)
        return colab_notebooks.run(notebook(name, folder), there, kernel="gate", first=first)
