"""What the book consists of, found and not listed by hand: _toc.yml names its pages, in their order."""

from __future__ import annotations

from pathlib import Path

from sphinx_external_toc.api import SiteMap
from sphinx_external_toc.parsing import parse_toc_yaml

ROOT = Path(__file__).parents[1]


def _table() -> SiteMap:
    return parse_toc_yaml(ROOT / "_toc.yml")


def pages() -> list[str]:
    """Return every page, the front page first, as the table of contents names it: "notebooks/01-warm-up"."""
    return list(_table())


def parts() -> dict[str, str]:
    """Return the name of each part of the book by the page that it begins with."""
    return {str(part.items[0]): str(part.caption) for part in _table().root.subtrees}


def source(page: str) -> Path:
    """Return the file of a page."""
    notebook = ROOT / f"{page}.ipynb"
    return notebook if notebook.exists() else ROOT / f"{page}.md"


def chapters() -> list[Path]:
    """Return the notebooks of the course: those of the table of contents that lie in notebooks/ itself."""
    return [source(page) for page in pages() if Path(page).parent == Path("notebooks")]
