"""Take the repository's address from _config.yml to wherever else it is needed: `make address`.

It stands in _config.yml and nowhere else by hand. The setup cell of every notebook is written anew from a template. In
other files the address that was written last, which pyproject.toml remembers, is replaced by the present one.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

import nbformat
import yaml

ROOT = Path(__file__).parents[1]
TEXTS = ("*.md", "*.cff", "*.toml", "book/**/*.md", "binder/*", "homework/**/*.md", "homework/**/*.py")
NOTEBOOKS = ("notebooks/**/*.ipynb",)
FIRST_LINE = "# @title Set up"
COLAB_LINK = re.compile(r"https://colab\.research\.google\.com/github/[^)\s]+?/blob/[^)\s/]+")


@dataclass(frozen=True)
class Repository:
    """Where the course lives: its address, as https://github.com/owner/name, and the branch that is read."""

    url: str
    branch: str = "main"

    @property
    def site(self) -> str:
        """The address that GitHub Pages gives the published book."""
        owner, name = self.url.split("/")[-2:]
        return f"https://{owner}.github.io/{name}"

    @property
    def colab(self) -> str:
        """The address below which Colab opens the repository's notebooks, each by its path."""
        owner, name = self.url.split("/")[-2:]
        return f"https://colab.research.google.com/github/{owner}/{name}/blob/{self.branch}"


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


def setup_cell(repository: Repository, *, gpu: bool) -> str:
    """Return the source of a notebook's first code cell; with `gpu`, it also says what hardware it found."""
    templates = ["setup_cell.txt", "setup_cell_gpu.txt"] if gpu else ["setup_cell.txt"]
    install, *rest = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in templates]
    extras = "charts,lm" if gpu else "charts"
    source = Template(install).substitute(extras=extras, address=repository.url, branch=repository.branch)
    return "".join([source, *rest]).rstrip("\n")


def rewrite_notebook(path: Path, repository: Repository) -> None:
    """Write the links to Colab and the setup cell, which begins with FIRST_LINE; raise ValueError if it is not one."""
    notebook = nbformat.read(path, as_version=4)
    before = [cell.source for cell in notebook.cells]
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith(FIRST_LINE)]
    if len(cells) != 1:
        raise ValueError(f"{path} must have one cell that begins with {FIRST_LINE!r}, got {len(cells)}")
    cells[0].source = setup_cell(repository, gpu=notebook.metadata.get("accelerator") == "GPU")
    for cell in notebook.cells:
        cell.source = COLAB_LINK.sub(repository.colab, cell.source)
    if [cell.source for cell in notebook.cells] != before:
        nbformat.write(notebook, path)


def rewrite_text(path: Path, old: Repository, new: Repository) -> None:
    """Replace the old addresses of the repository and of its site by the new ones."""
    before = path.read_text(encoding="utf-8")
    after = before.replace(old.url, new.url).replace(old.site, new.site)
    if after != before:
        path.write_text(after, encoding="utf-8")


def main(root: Path = ROOT) -> None:
    """Rewrite everything below `root`. pyproject.toml comes last: until then it tells what was written before."""
    old, new = written(root), configured(root)
    for pattern in NOTEBOOKS:
        for path in sorted(root.glob(pattern)):
            rewrite_notebook(path, new)
    texts = {path for pattern in TEXTS for path in root.glob(pattern) if path.is_file()}
    for path in sorted(texts, key=lambda path: (path.name == "pyproject.toml", path)):
        rewrite_text(path, old, new)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
