"""Tables of pandas with a caption and one row of headings: the index's name joins the columns', no heading is empty."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .code import title_of

SECOND_ROW = re.compile(r"\s*<tr[^>]*>\s*<th>(?P<index>[^<]+)</th>(?:\s*<th></th>)+\s*</tr>(?=\s*</thead>)")
WORDS = re.compile(r"<td>(?=[^<]{25})")  # a sentence, not a number
CORNER = re.compile(r"(?<=<tr>)\s*<th>(?P<columns>[^<]*)</th>")


def tidied(html: str, title: str = "") -> str:
    """Return a table's HTML with `title` as its caption and the index's name, if it has one, in the corner.

    The name of all columns goes into the caption, unless it is one word, which says no more than they do. A cell that
    holds a sentence gets the class words.
    """
    html = re.sub(r' border="1"| style="text-align: \w+;"', "", html)
    html = WORDS.sub('<td class="words">', html)
    second, corner = SECOND_ROW.search(html), CORNER.search(html)
    named = bool(second and corner)
    columns = corner["columns"].strip() if named and corner else ""
    caption = ": ".join(part for part in (escape(title), columns if " " in columns else "") if part)
    if named and second:
        html = CORNER.sub(f"<th>{second['index']}</th>", SECOND_ROW.sub("", html), count=1)
    html = html.replace("<th></th>", "<td></td>")
    return re.sub(r"(<table[^>]*>)", rf"\1<caption>{caption}</caption>", html, count=1) if caption else html


class TidyTables(SphinxPostTransform):
    """Tidy each table that a notebook shows."""

    default_priority = 310
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Replace each table of the document."""
        for node in list(self.document.findall(nodes.raw)):
            if 'class="dataframe"' in node.astext():
                table = tidied(node.astext(), title_of(_cell(node)))
                node.replace_self(nodes.raw("", table, format="html"))


def _cell(node: nodes.Element) -> nodes.Element:
    while node.parent is not None and node.get("nb_element") != "cell_code":
        node = node.parent
    return node
