"""Take the repository's address from _config.yml to wherever else it is needed: `make address`.

It stands in _config.yml and nowhere else by hand. The setup cell of every notebook is written anew from a template. In
all files the address that was written last, which pyproject.toml remembers, is replaced by the present one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from string import Template

import nbformat
import yaml
from repository import Repository, moved

ROOT = Path(__file__).parents[1]
BUILT = {".git", ".venv", "_build", "_record", "node_modules", "__pycache__"}
INVENTED = "tests"  # addresses in there are examples
NOTEBOOKS = ("notebooks/**/*.ipynb",)
FIRST_LINE = "# @title Set up"
PYTHON = (3, 11)  # the oldest, as pyproject.toml asks for
EXTRAS = re.compile(r"collapse-lib\[([\w,]+)\]")  # in a setup cell: what the notebook needs of the library
MODULES = {  # by extra: what the cell looks for, and what it installs where the library is there and this is not
    "charts": {"altair": "altair"},
    "mixtures": {"sklearn": "scikit-learn"},
    "families": {"sklearn": "scikit-learn", "torch": "torch"},
    "lm": {"torch": "torch", "transformers": "transformers"},
}
WITHOUT_CUDA = """
if missing:  # of torch without CUDA, which is gigabytes
    missing += " --extra-index-url https://download.pytorch.org/whl/cpu"
"""
OPTIONAL = 'NEEDED.keys() - {"torch", "transformers"}'  # without these a chapter shows what was recorded
COLAB_LINK = re.compile(r"https://colab\.research\.google\.com/github/[^)\s]+?/blob/[^)\s/]+")


def configured(root: Path) -> Repository:
    """Return the repository that _config.yml names."""
    named = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))["repository"]
    return Repository(named["url"].rstrip("/"), named["branch"])


def written(root: Path) -> Repository:
    """Return the repository that was written last, as pyproject.toml remembers it."""
    found = re.search(r'^Repository = "(.+)"$', (root / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise ValueError('pyproject.toml must have a line Repository = "ADDRESS", got none')
    return Repository(found[1])


def setup_cell(repository: Repository, *, extras: str = "charts", gpu: bool = False) -> str:
    """Return the source of a notebook's first code cell; with `gpu`, it also says what hardware it found.

    `extras` are those of pyproject.toml that the notebook needs, as in "charts,lm".
    """
    needed = {"collapse_lib": f"collapse-lib[{extras}] @ {{SOURCE}}"}
    for extra in extras.split(","):
        needed |= MODULES[extra]
    filled = {
        "address": repository.url,
        "branch": repository.branch,
        "python": PYTHON,
        "needed": "\n".join(f'    "{name}": {"f" * ("{" in source)}"{source}",' for name, source in needed.items()),
        "without_cuda": WITHOUT_CUDA.rstrip() if "torch" in needed else "",
        "must": OPTIONAL if "torch" in needed else "NEEDED",
    }
    names = ["setup_cell.txt", "setup_cell_gpu.txt"] if gpu else ["setup_cell.txt"]
    install, *rest = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in names]
    return "".join([Template(install).substitute(filled), *rest]).rstrip("\n")


def extras_of(source: str) -> str:
    """Return the extras that a setup cell names; raise ValueError if it names none."""
    found = EXTRAS.search(source)
    if not found:
        raise ValueError(f"a setup cell must install collapse-lib[EXTRAS], got {source!r}")
    return found[1]


def rewrite_notebook(path: Path, repository: Repository) -> None:
    """Write the links to Colab and the setup cell, which begins with FIRST_LINE and keeps its extras.

    Raises ValueError if there is not one such cell.
    """
    notebook = nbformat.read(path, as_version=4)
    before = [cell.source for cell in notebook.cells]
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith(FIRST_LINE)]
    if len(cells) != 1:
        raise ValueError(f"{path} must have one cell that begins with {FIRST_LINE!r}, got {len(cells)}")
    gpu = notebook.metadata.get("accelerator") == "GPU"
    cells[0].source = setup_cell(repository, extras=extras_of(cells[0].source), gpu=gpu)
    for cell in notebook.cells:
        cell.source = COLAB_LINK.sub(repository.colab, cell.source)
    if [cell.source for cell in notebook.cells] != before:
        nbformat.write(notebook, path)


def texts(root: Path) -> dict[Path, str]:
    """Return the text of each file that git has or would have; without git, of each but what is built."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        said = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
        paths = [root / name for name in said.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in root.rglob("*") if not BUILT.intersection(path.relative_to(root).parts)]
    found = {}
    for path in sorted(paths):
        if path.is_file() and not path.is_symlink() and not path.is_relative_to(root / INVENTED):
            with suppress(UnicodeDecodeError):  # a picture has no address
                found[path] = path.read_bytes().decode("utf-8")
    return found


def main(root: Path = ROOT) -> list[str]:
    """Rewrite everything below `root` and return the names of the files in which an address changed.

    pyproject.toml comes last: until then it tells what was written before.
    """
    old, new, last = written(root), configured(root), root / "pyproject.toml"
    changed = {path: after for path, text in texts(root).items() if (after := moved(text, old, new)) != text}
    for path in changed.keys() - {last}:
        path.write_bytes(changed[path].encode())
    for pattern in NOTEBOOKS:
        for path in sorted(root.glob(pattern)):
            rewrite_notebook(path, new)
    if last in changed:
        last.write_bytes(changed[last].encode())
    return sorted(path.relative_to(root).as_posix() for path in changed)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
