"""What a page says about itself to those who find and share it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

OWN_WORDS = {
    "search": "Search the course on model collapse. The search runs in your browser and works offline.",
    "404": "The address is wrong, or the page has moved. Nobody removed it on purpose.",
}


def address(app: Sphinx) -> str:
    """Return where GitHub Pages publishes the book, with a slash at its end, from the repository's address."""
    return published(app.config.html_theme_options["repository_url"])


def published(repository: str) -> str:
    """Return where GitHub Pages publishes a repository: at a host's root if it is called USER.github.io."""
    owner, name = repository.rstrip("/").split("/")[-2:]
    host = f"{owner}.github.io".lower()
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def claim(doctree: nodes.document) -> str:
    """Return the page's claim, its first paragraph in bold; without one, its first paragraph."""
    paragraphs = [found for found in doctree.findall(nodes.paragraph) if found.astext().strip()]
    bold = (found for found in paragraphs[:3] if len(found) == 1 and isinstance(found[0], nodes.strong))
    chosen = next(bold, paragraphs[0] if paragraphs else nodes.paragraph())
    return " ".join(chosen.astext().split())


def head(app: Sphinx, page: str, doctree: nodes.document | None) -> dict[str, Any]:
    """Return title, description, address and picture of a page; pages that are no part of the book have no address."""
    name = app.config.html_title
    heading = app.env.titles[page].astext() if page in app.env.titles else page.capitalize()
    said = {"heading": heading, "title": f"{heading} · {name}", "indexed": bool(doctree)}
    if doctree is None:
        return {**said, "description": OWN_WORDS.get(page, name), "canonical": ""}
    site = address(app)
    path = "" if page == app.config.root_doc else f"{page}.html"
    return {
        **said,
        "description": claim(doctree),
        "canonical": site + path,
        "picture": f"{site}_static/pictures/{page}.png",
    }
