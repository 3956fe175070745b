"""The toggle above hidden code says what the code makes: "Code: The telephone game", from the cell's # @title."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

TITLE = re.compile(r"# @title (.+?)(?: \{.*\})?$", re.MULTILINE)


class NamedToggles(SphinxPostTransform):
    """Fold hidden code into a plain <details>, with its title as the summary."""

    default_priority = 210  # after MyST-NB has wrapped what is to be hidden
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Replace each toggle of the document."""
        for node in list(self.document.findall(HideCodeCellNode)):
            title = TITLE.search(node.astext())
            summary = escape(f"Code: {title[1]}" if title else node["prompt_show"])
            opened = nodes.raw("", f'<details class="code"><summary>{summary}</summary>', format="html")
            node["classes"] = []  # else docutils hands them on to the first of what replaces it
            node.replace_self([opened, *node.children, nodes.raw("", "</details>", format="html")])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_post_transform(NamedToggles)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
