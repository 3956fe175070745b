"""The ledger in the page: a row for each sentence of the chapters with a number or a finding, and how we know it.

The rows are read from `claims/` and from the pages themselves (tools/claims/ledger.py), so that no sentence is written
twice. They come to the page after the search has read it: else it would find every sentence twice. Without scripts the
table is whole; `ledger.js` lets a reader choose among its rows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .math import mathml

PLACE = '<div class="ledger"></div>'
HEADS = ("What we say", "How we know", "From what, and about what", "Where")
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>|\*\*")  # of a sentence in bold letters only the half may be here
_LINKS = re.compile(r"</?a\b[^>]*>")
_READER = MarkdownIt("commonmark").use(
    dollarmath_plugin, double_inline=True, renderer=lambda latex, _: mathml(latex, display="inline")
)


class Ledger(SphinxDirective):
    """The place of the ledger in its page."""

    def run(self) -> list[nodes.Node]:
        """Return what stands for it until the page is written."""
        return [nodes.raw("", PLACE, format="html")]


def filled(body: str, app: Sphinx, here: str) -> str:
    """Return the body of the page `here` with the ledger in its place; a body without one as it is."""
    if PLACE not in body:
        return body
    titles = {page: title.astext() for page, title in app.env.titles.items()}
    return body.replace(PLACE, ledger(_rows(Path(app.srcdir)), titles, "../" * here.count("/")))


def ledger(rows: Iterable[Any], named: Mapping[str, str], up: str) -> str:
    """Return the ledger as HTML, with what chooses among its rows, of pages `named` so; `up` leads to the root."""
    every = list(rows)
    titles = {row.page: named[row.name] for row in every}
    statuses = dict.fromkeys(status for status in _statuses() if any(status in row.statuses for row in every))
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    written = "".join(_row(row, titles[row.page], up) for row in every)
    return (
        '<div class="ledger"><form class="ledger-choice needs-scripts">'
        f"{_select('status', 'How we know', {status: status for status in statuses})}"
        f"{_select('page', 'Page', {page.stem: title for page, title in titles.items()})}"
        f'<output role="status">{len(every)} sentences</output></form>'
        f'<div class="pst-scrollable-table-container"><table><caption>The sentences in the order of the pages</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{written}</tbody></table></div></div>"
        f'<script defer src="{up}_static/ledger.js"></script>'
    )


def _row(row: Any, title: str, up: str) -> str:
    where = f"{row.name}.html" + (f"#{nodes.make_id(row.heading)}" if row.heading else "")
    grounds = [_ground(ground.name, ground.address) for ground in row.grounds]
    about = [f'<span class="ledger-scope">{escape(row.scope)}</span>'] if row.scope else []
    return (
        f'<tr data-status="{escape("|".join(row.statuses))}" data-page="{row.page.stem}"><td>{said(row.source)}</td>'
        f"<td>{escape(', '.join(row.statuses))}</td><td>{'<br>'.join([*grounds, *about])}</td>"
        f'<td><a href="{up}{where}">{escape(row.heading or title)}</a></td></tr>'
    )


def said(source: str) -> str:
    """Return a sentence as HTML, without its links: what it rests on has a column of its own."""
    return _LINKS.sub("", _READER.renderInline(_TAGS.sub("", source).replace(" | ", " · ")))


def _ground(name: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(name)}</a>' if address else escape(name)


def _select(name: str, label: str, options: dict[str, str]) -> str:
    every = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options.items())
    box = f'<select id="ledger-{name}" name="{name}"><option value="">all</option>{every}</select>'
    return f'<div><label for="ledger-{name}">{label}</label> {box}</div>'


def _statuses() -> tuple[str, ...]:
    return import_module("tools.claims.statuses").STATUSES


def _rows(root: Path) -> list[Any]:
    """Return the rows of all pages: the tools that read them lie in the repository, not in the environment."""
    if str(root) not in sys.path:
        sys.path.append(str(root))
    told = import_module("tools.claims.ledger")
    return [row for page in told.PAGES for row in told.rows(page)]
