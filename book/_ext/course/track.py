"""Where a page stands in the 30-minute track: the front page's table says which pages, in which order, how long."""

from __future__ import annotations

import posixpath
from typing import Any

from docutils import nodes
from sphinx import addnodes

ANCHOR = "the-30-minute-track"


def stops(front: nodes.document) -> list[tuple[str, int]]:
    """Return the page and the minutes of each row of the table below the heading of the track."""
    section = next((found for found in front.findall(nodes.section) if ANCHOR in found["ids"]), None)
    rows = section.findall(nodes.row) if section else []
    found = ((row, next(row.findall(addnodes.pending_xref), None)) for row in rows)
    return [(_page(link["reftarget"]), int(row[0].astext())) for row, link in found if link]


def _page(target: str) -> str:
    return posixpath.normpath(target).removesuffix(".ipynb").removesuffix(".md")


def place(track: list[tuple[str, int]], page: str) -> dict[str, Any] | None:
    """Return what a page says of its place in the track; None for a page that is not part of it."""
    pages = [name for name, _ in track]
    if page not in pages:
        return None
    here = pages.index(page)
    minutes = [stop for _, stop in track]
    states = ["behind"] * here + ["here"] + ["ahead"] * (len(track) - here - 1)
    return {
        "anchor": ANCHOR,
        "place": here + 1,
        "since": sum(minutes[:here]) + 1,
        "until": sum(minutes[: here + 1]),
        "minutes": sum(minutes),
        "stops": [{"minutes": stop, "state": state} for stop, state in zip(minutes, states, strict=True)],
    }
