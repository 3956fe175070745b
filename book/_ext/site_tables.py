"""Tables of pandas with one row of headings: the index's name joins the columns' names, and no heading stays empty."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

SECOND_ROW = re.compile(r"\s*<tr[^>]*>\s*<th>(?P<index>[^<]+)</th>(?:\s*<th></th>)+\s*</tr>(?=\s*</thead>)")
CORNER = re.compile(r"(?P<start><table[^>]*>)(?P<before>\s*<thead>\s*<tr[^>]*>\s*)<th>(?P<columns>[^<]*)</th>")


def tidied(html: str) -> str:
    """Return a table's HTML with the index's name in the corner, and a name for all columns as the table's caption."""
    html = re.sub(r' border="1"| style="text-align: \w+;"', "", html)
    second = SECOND_ROW.search(html)
    if not second:
        return re.sub(r"<th></th>", "<td></td>", html)

    def corner(found: re.Match[str]) -> str:
        caption = f"<caption>{found['columns']}</caption>" if found["columns"] else ""
        return f"{found['start']}{caption}{found['before']}<th>{second['index']}</th>"

    return CORNER.sub(corner, SECOND_ROW.sub("", html), count=1)


class TidyTables(SphinxPostTransform):
    """Tidy each table that a notebook shows."""

    default_priority = 310
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Replace each table of the document."""
        for node in list(self.document.findall(nodes.raw)):
            if 'class="dataframe"' in node.astext():
                node.replace_self(nodes.raw("", tidied(node.astext()), format="html"))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_post_transform(TidyTables)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
