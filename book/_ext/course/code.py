"""Hidden code stands below what it makes, folded, with its # @title as its name: "Code: The telephone game"."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.transforms.post_transforms import SphinxPostTransform

TITLE = re.compile(r"# @title (.+?)(?: \{.*\})?$", re.MULTILINE)


def title_of(cell: nodes.Element) -> str:
    """Return the @title of a code cell; nothing if it has none."""
    found = TITLE.search(cell.astext())
    return found[1] if found else ""


class FoldedCode(SphinxPostTransform):
    """Move the code of each cell that hides it into a plain <details> at the cell's end."""

    default_priority = 210  # after MyST-NB has wrapped what is to be hidden
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Move the hidden code of the document."""
        # From the cell to what it hides: MyST-NB sets no parent where a whole cell is hidden.
        for cell in list(self.document.findall(nodes.container)):
            for node in [child for child in cell.children if isinstance(child, HideCodeCellNode)]:
                title = title_of(node)
                summary = escape(f"Code: {title}" if title else node["prompt_show"])
                opened = nodes.raw("", f'<details class="code"><summary>{summary}</summary>', format="html")
                cell.remove(node)
                cell.extend([opened, *node.children, nodes.raw("", "</details>", format="html")])
