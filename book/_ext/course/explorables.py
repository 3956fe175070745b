"""Explorables in the page: a picture from the start, alive once its script has run, without a kernel.

A cell's output says which explorable it is and holds its data; `outputs` makes the picture of it. Module scripts do
not run from file://, so each explorable comes as a classic script, named by its content; the host (host.js beside the
explorables) hands it the data. Nothing of ipywidgets is loaded.

The content security policy needs no more than `script-src 'self'`: no blob:, no eval; the data are a script element of
type application/json, which is never run. The <style> in the HTML, and the style attributes that the modules set on
what they make, go with `style-src 'self' 'unsafe-inline'`.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from collapse_lib.explorables import assets, wall

FIGURE = re.compile(r'<figure class="explorable" data-kind="(\w+)">')


@cache
def script(kind: str) -> tuple[str, str]:
    """Return the name and the text of an explorable's script, or of their "host"."""
    code = assets.host() if kind == "host" else assets.script(kind)
    return f"_static/explorables/{kind}-{hashlib.sha256(code.encode()).hexdigest()[:12]}.js", code


class WordWall(SphinxDirective):
    """The wall of rare words, for a page without cells: the smallest bag of chapter 2."""

    def run(self) -> list[nodes.Node]:
        """Return what an output of a cell would hold."""
        return [nodes.raw("", wall.example().html(), format="html")]


class ExplorablesInThePage(SphinxPostTransform):
    """Put the scripts of each explorable behind the first picture of its kind."""

    default_priority = 310
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Write the scripts that the document needs, and name them in it."""
        named: set[str] = set()
        for node in list(self.document.findall(nodes.raw)):
            for kind in FIGURE.findall(node.astext()):
                scripts = [self.written("host"), self.written(kind)]
                new = "".join(
                    f'<script defer src="{self.path(name)}"></script>' for name in scripts if name not in named
                )
                named.update(scripts)
                node.replace_self(nodes.raw("", node.astext() + new, format="html"))

    def written(self, kind: str) -> str:
        """Write an explorable's script, once, and return its name."""
        name, code = script(kind)
        file = Path(self.app.outdir) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
        return name

    def path(self, name: str) -> str:
        """Return the way from this page to a file of the site."""
        return "../" * self.env.docname.count("/") + name
