"""Binder, without Docker: it takes our recipe, what it installs holds no CUDA, and every notebook fits its memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import colab_notebooks
import environments
import install_torch
import pytest
import run_notebooks
from environments import Environment
from peak_of_children import peak_of

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
BINDER = ROOT / "binder"
LIMIT = 1.5e9  # bytes, of the 2 GB that Binder gives to a visitor
CUDA = re.compile(r"nvidia|cuda|cudnn|triton")


def python() -> str:
    """Return the Python that binder/runtime.txt names, "3.11"."""
    return (BINDER / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the repository as Binder clones it."""
    return environments.copy_of_the_repository(tmp_path_factory.mktemp("binder"))


@pytest.fixture(scope="module")
def binder(copy: Path) -> Environment:
    """Return what Binder installs, and the kernel that it brings, as an environment.

    Where PyTorch's index does not answer, its CPU build must lie among the files that PIP_FIND_LINKS names.
    """
    requirements = copy / "binder" / "requirements.txt"
    if not install_torch.answers(f"{install_torch.CPU_INDEX}/torch/"):
        text = requirements.read_text(encoding="utf-8").replace(f"--extra-index-url {install_torch.CPU_INDEX}\n", "")
        requirements.write_text(text, encoding="utf-8")
    listed = environments.resolved(python(), requirements, "-", folder=copy, given="ipykernel")
    environment = Environment("binder", python(), listed)
    environment.set()
    environment.add(copy)
    return environment


def test_binder_takes_the_recipe(copy: Path) -> None:
    command = [
        "tool",
        "run",
        "--quiet",
        "--from",
        "jupyter-repo2docker",
        "jupyter-repo2docker",
        "--no-build",
        "--debug",
    ]
    recipe = environments.uv(*command, copy)
    assert re.search(r'^RUN \S+/pip install .*-r "?binder/requirements\.txt"?$', recipe, re.MULTILINE)
    assert f"py-{python()}".replace("-", "-2d").replace(".", "-2e") in recipe


def test_what_binder_installs_holds_the_torch_of_the_book_and_no_cuda(binder: Environment) -> None:
    names = environments.pins(binder.packages)
    assert names["torch"] == install_torch.pinned()
    assert [name for name in names if CUDA.search(name)] == []


@pytest.mark.parametrize("name", run_notebooks.NAMES)
def test_a_notebook_fits_binders_memory(
    name: str, binder: Environment, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    notebook, peak = peak_of(lambda: run_notebooks.ran(name, binder, tmp_path))
    record_property(
        "measured", f"On Binder {name} takes {peak / 1e9:.2f} GB at its peak; {LIMIT / 1e9} GB is the limit."
    )
    assert peak < LIMIT
    assert colab_notebooks.complaints(notebook) == []
