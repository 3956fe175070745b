"""What a page says about itself to those who find and share it, and which files it loads: ours, and no others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

OWN_WORDS = {
    "search": "Search the course on model collapse. The search runs in your browser and works offline.",
    "404": "The address is wrong, or the page has moved. Nobody removed it on purpose.",
}
THEME_SCRIPT = (Path(__file__).parents[1] / "_templates" / "theme.js").read_text(encoding="utf-8")


def address(app: Sphinx) -> str:
    """Return where GitHub Pages publishes the book, with a slash at its end, from the repository's address."""
    owner, name = app.config.html_theme_options["repository_url"].rstrip("/").split("/")[-2:]
    return f"https://{owner}.github.io/{name}/"


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


def ours(app: Sphinx, files: list[Any]) -> list[Any]:
    """Return those of the style sheets or scripts that lie in our own static folders."""
    folders = [Path(app.confdir) / folder for folder in app.config.html_static_path]
    names = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*")}
    return [file for file in files if re.sub(r"^.*_static/", "", str(getattr(file, "filename", file))) in names]


def way_on(app: Sphinx, page: str) -> str:
    """Return what the button to the next page says: "Next", or the name of the part of the book that begins there."""
    following = app.builder.relations.get(page, [None])[-1]
    parts = {str(tree.items[0]): tree.caption for tree in app.env.external_site_map.root.subtrees}
    return "Next" if page == app.config.root_doc else parts.get(following, "Next")


def describe(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the template what it shows in the head, in the launch line and in the footer."""
    context["head"] = head(app, page, doctree)
    context["site"], context["project"] = address(app), app.config.html_title
    context["way_on"] = way_on(app, page)
    context["theme_script"] = THEME_SCRIPT
    context["css_files"] = ours(app, context["css_files"])
    context["script_files"] = ours(app, context["script_files"])
    buttons = [button for group in context.get("header_buttons", []) for button in group.get("buttons", [])]
    context["launch"] = [button for button in buttons if button.get("text") in {"Colab", "Binder"}]
    context["source_links"] = [
        {"url": button["url"], "text": words}
        for button in buttons
        for label, words in {"repository": "Source", "issues": "Report a mistake"}.items()
        if button.get("label") == f"source-{label}-button"
    ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("html-page-context", describe, priority=800)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
