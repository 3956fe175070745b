"""Altair's charts in the page: a picture from the start, alive when the reader reaches for it.

An output holds a chart's specification (`outputs`). While the book is built it is compiled to Vega and drawn to SVG,
once for a wide page and once for a telephone. Its controls become plain form controls of the page, so they are there
from the start, with a label and the value beside it. `charts.js` puts the live chart into the picture's place. What
that needs, Vega and the specifications, is fetched at leisure, so that it works with the network cut. What notebooks
show is said in collapse_lib/charts/display.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .pictures.kept import kept_figure


class ChartsInThePage(SphinxPostTransform):
    """Replace the specifications, once MyST-NB has chosen what to show of each output."""

    default_priority = 300
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Replace each chart of the document, and write the specifications of all where `charts.js` finds them."""
        page = self.env.docname
        charts = [(node, node["chart"]) for node in self.document.findall(nodes.raw) if "chart" in node]
        specifications = {}
        for place, (node, spec) in enumerate(charts, start=1):
            name = f"chart-{Path(page).name}-{place}"
            html, specifications[name] = kept_figure(spec, name, Path(self.app.outdir).parent / "charts")
            node.replace_self(nodes.raw("", html, format="html"))
        if charts and self.app.builder.name == "html":
            file = Path(self.app.outdir) / _file(page)
            file.parent.mkdir(parents=True, exist_ok=True)
            told = ",".join(f'"{name}":{vega}' for name, vega in specifications.items())
            file.write_text(f"window.charts={{{told}}};\n", encoding="utf-8")


def later_files(page: str, body: str) -> list[str]:
    """Return what `charts.js` needs once the reader reaches for a chart; nothing on a page without charts."""
    return ["_static/vega.js", _file(page)] if '<figure class="chart"' in body else []


def _file(page: str) -> str:
    return f"_static/charts/{page}.js"
