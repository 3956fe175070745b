"""With the newest version of everything, on the newest Python that the library supports, every notebook runs.

Torch is the newest only where PyTorch's own index answers. Elsewhere it is Colab's, which lies there already: each
further release would be gigabytes of CUDA, and the book itself is built with the newest that is pinned.
"""

from __future__ import annotations

from pathlib import Path

import colab_notebooks
import colab_versions
import environments
import pytest
import run_notebooks
from environments import Environment

pytestmark = pytest.mark.slow
PYTHON = "3.13"


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Return an environment with the newest of everything, and the library."""
    folder = tmp_path_factory.mktemp("newest")
    torch = "" if environments.torch_of() else f"torch=={colab_versions.versions(colab_versions.listed())['torch']}"
    (folder / "torch.txt").write_text(torch, encoding="utf-8")
    listed = environments.of_the_library(PYTHON, "--upgrade", "--constraints", folder / "torch.txt", given="ipykernel")
    environment = Environment("newest", PYTHON, listed)
    environment.set()
    environment.add(environments.copy_of_the_repository(tmp_path_factory.mktemp("copy")))
    return environment


@pytest.mark.parametrize("name", run_notebooks.NAMES)
def test_a_notebook_runs_with_the_newest_without_a_warning(name: str, newest: Environment, tmp_path: Path) -> None:
    assert colab_notebooks.complaints(run_notebooks.ran(name, newest, tmp_path)) == []
