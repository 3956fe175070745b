"""A notebook that was downloaded runs on a laptop without the course: its setup cell installs what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
NUMPY = "2.1.3"  # older than the newest, and new enough
TOO_OLD = "1.26.4"
UNANSWERED = {"AssertionError", "TypeError", "ValueError"}  # what the homework raises before it is done
PATIENCE = 900  # seconds for a notebook, with what it installs

ELSEWHERE = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "JUPYTER_PATH"}}

pytestmark = pytest.mark.slow


def pip(python: Path, *words: str) -> str:
    command = [python, "-m", "pip", "--disable-pip-version-check", *words]
    ours = {"capture_output": True, "text": True, "check": True, "timeout": PATIENCE}
    return subprocess.run(command, cwd=python.parent, env=ELSEWHERE, **ours).stdout


def there(python: Path) -> set[str]:
    """Return all that is installed, a line each: its name and its version."""
    return set(pip(python, "list", "--format=freeze").splitlines())


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that can run notebooks, with an older numpy and nothing of the course."""
    folder = tmp_path_factory.mktemp("laptop") / "environment"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=PATIENCE)
    pip(folder / "bin" / "python", "install", "-q", "ipykernel", "nbclient", f"numpy=={NUMPY}")
    return folder / "bin" / "python"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive of the repository as it is here, of the kind that GitHub makes."""
    file = tmp_path_factory.mktemp("archive") / "main.zip"
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    with zipfile.ZipFile(file, "w") as written:
        for name in filter(lambda name: (ROOT / name).is_file(), tracked.splitlines()):
            written.write(ROOT / name, f"model-collapse-main/{name}")
    return file.as_uri()


def run(python: Path, name: str, archive: str, folder: Path, **environment: str) -> NotebookNode:
    """Run a notebook, as it is downloaded, in `folder`, with the library from `archive`; return it with its outputs."""
    text = (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
    source = re.compile(r"SOURCE = .*?(?=\\n)")
    assert source.search(text)
    (folder / "downloaded.ipynb").write_text(source.sub(f"SOURCE = '{archive}'", text), encoding="utf-8")
    command = [
        python.parent / "jupyter-execute",
        "--inplace",
        "--allow-errors",
        f"--timeout={PATIENCE}",
        "downloaded.ipynb",
    ]
    subprocess.run(command, cwd=folder, env={**ELSEWHERE, **environment}, check=True, timeout=2 * PATIENCE)
    return nbformat.read(folder / "downloaded.ipynb", as_version=4)


def outputs(notebook: NotebookNode, kind: str) -> list[NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == kind]


def sentence(notebook: NotebookNode) -> str:
    """Return what is shown of the first error."""
    return "\n".join(outputs(notebook, "error")[0].traceback)


@pytest.mark.parametrize("name", ["01-warm-up", "07-mixtures", "homework/rare-words"])
def test_all_that_a_notebook_needs_is_installed_and_nothing_that_was_there_is_changed(
    name: str, laptop: Path, archive: str, tmp_path: Path
) -> None:
    before = there(laptop)
    notebook = run(laptop, name, archive, tmp_path)
    errors = {error.ename for error in outputs(notebook, "error")}
    assert errors <= (UNANSWERED if "homework" in name else set())
    after = there(laptop)
    assert before <= after
    said = [output.text for output in outputs(notebook, "stream") if "Installing" in output.text]
    assert len(said) == (before != after)


def test_beside_something_too_old_the_notebook_stops_with_one_sentence_and_changes_nothing(
    laptop: Path, archive: str, tmp_path: Path
) -> None:
    pip(laptop, "uninstall", "-qy", "collapse-lib", "pandas", "scipy", "scikit-learn")
    pip(laptop, "install", "-q", f"numpy=={TOO_OLD}")
    before = there(laptop)
    notebook = run(laptop, "01-warm-up", archive, tmp_path)
    assert sentence(notebook).startswith("Nothing was installed: no network, or something here is too old")
    assert any("conflict" in output.text for output in outputs(notebook, "stream"))
    assert there(laptop) == before


def test_without_a_network_it_stops_with_one_sentence(laptop: Path, archive: str, tmp_path: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    notebook = run(laptop, "01-warm-up", archive, tmp_path, **nowhere)
    assert sentence(notebook).startswith("Nothing was installed: no network")


def test_without_pip_it_says_what_to_do(laptop: Path, archive: str, tmp_path: Path) -> None:
    (packages,) = (laptop.parents[1] / "lib").glob("python3*/site-packages")
    shutil.move(packages / "pip", packages / "no pip")
    try:
        notebook = run(laptop, "01-warm-up", archive, tmp_path)
    finally:
        shutil.move(packages / "no pip", packages / "pip")
    assert sentence(notebook).startswith(
        f'There is no pip here. Instead, in a terminal: uv pip install --python "{laptop}'
    )
