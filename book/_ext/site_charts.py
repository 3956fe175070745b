"""Altair's charts in the page: a picture from the start, alive when the reader reaches for it.

Altair's HTML loads three libraries from elsewhere before anything is seen. Here its specification is compiled to Vega
and drawn to SVG while the book is built, once for a wide page and once for a telephone. Its controls become plain form
controls of the page, so they are there from the start, with a label and the value beside it. `charts.js` puts the live
chart into the picture's place. What that needs, Vega and the specifications, is fetched at leisure, so that it works
with the network cut. Notebooks are as they were: in Lab and Colab, Altair draws as it always does.
"""

from __future__ import annotations

import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Any

import site_colours
import vl_convert
from docutils import nodes
from site_controls import controls
from site_svg import slim
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

CALL = re.compile(r"\}\)\((?=\{)")  # where Altair's HTML hands its specification over
WIDTHS = {"wide": 720, "narrow": 336}
FONT = "system-ui, sans-serif"
INK = "#333333"
Spec = dict[str, Any]


def embedded(html: str) -> Spec | None:
    """Return the Vega-Lite specification in Altair's HTML; None if there is none."""
    call = CALL.search(html) if "vegaEmbed" in html else None
    return json.JSONDecoder().raw_decode(html, call.end())[0] if call else None


def compiled(spec: Spec) -> Spec:
    """Return the Vega specification of a chart, without title and background, its text in the page's ink and font."""
    spec = {key: value for key, value in spec.items() if key not in {"title", "background", "usermeta"}}
    config = {key: value for key, value in spec.get("config", {}).items() if key not in {"background", "aria"}}
    vega = vl_convert.vegalite_to_vega({**spec, "background": None, "config": {**config, "aria": False, "font": FONT}})
    _hush(vega)
    style = vega.setdefault("config", {}).setdefault("style", {})
    for guide in ("guide-label", "guide-title", "group-title"):
        style[guide] = {"fill": INK, **style.get(guide, {})}
    return vega


def _hush(group: Spec) -> None:
    """Hide the marks one by one from screen readers: the picture as a whole has its description."""
    for mark in group.get("marks", []):
        mark["aria"] = False
        _hush(mark)


def drawn(vega: Spec, width: int) -> str:
    """Return the SVG of a chart `width` pixels wide."""
    fixed = [
        {"name": "width", "value": width} if signal["name"] == "width" and "on" in signal else signal
        for signal in vega.get("signals", [])
    ]
    return vl_convert.vega_to_svg({**vega, "signals": fixed})


def figure(spec: Spec, name: str, cache: Path) -> tuple[str, str]:
    """Return what stands in the page for a chart: title, controls, two pictures; and its Vega specification (JSON)."""
    makers = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("site_[cs]*.py")))
    version = vl_convert.__version__
    key = hashlib.sha256(json.dumps([spec, name, version]).encode() + makers).hexdigest()[:24]
    kept = cache / f"{key}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(_figure(spec, name)), encoding="utf-8")
    html, vega = json.loads(kept.read_text(encoding="utf-8"))
    return html, vega


def _figure(spec: Spec, name: str) -> tuple[str, str]:
    vega = compiled(spec)
    form = controls(vega, name)
    pictures = {size: drawn(vega, width) for size, width in WIDTHS.items()}
    heights = ";".join(f"--{size}-tall:{_height(svg)}px" for size, svg in pictures.items())
    shown = "".join(slim(svg, kind=size, prefix=f"{name}-{size}") for size, svg in pictures.items())
    html = (
        f'<figure class="chart" id="{name}" style="{heights}">{_title(spec)}{form}'
        f'<div class="chart-view" role="img" aria-label="{escape(spec.get("description", ""))}">{shown}</div>'
        '<p class="chart-says" role="status"></p></figure>'
    )
    data = json.dumps(vega, separators=(",", ":"), ensure_ascii=False)
    return site_colours.as_variables(html), site_colours.as_variables(data)


def _title(spec: Spec) -> str:
    title = spec.get("title") or ""
    text = title.get("text", "") if isinstance(title, dict) else title
    words = text if isinstance(text, str) else " ".join(text)
    return f"<figcaption>{escape(words)}</figcaption>" if words else ""


def _height(svg: str) -> int:
    found = re.search(r'<svg[^>]* height="([\d.]+)"', svg)
    return round(float(found[1])) if found else 0


class ChartsInThePage(SphinxPostTransform):
    """Replace Altair's HTML, once MyST-NB has chosen what to show of each output."""

    default_priority = 300
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Replace each chart of the document, and write the specifications of all where `charts.js` finds them."""
        page = self.env.docname
        outputs = [node for node in self.document.findall(nodes.raw) if "html" in node["format"].split()]
        charts = [(node, spec) for node in outputs if (spec := embedded(node.astext()))]
        specifications = {}
        for place, (node, spec) in enumerate(charts, start=1):
            name = f"chart-{Path(page).name}-{place}"
            html, specifications[name] = figure(spec, name, Path(self.app.outdir).parent / "charts")
            node.replace_self(nodes.raw("", html, format="html"))
        if charts and self.app.builder.name == "html":
            file = Path(self.app.outdir) / _file(page)
            file.parent.mkdir(parents=True, exist_ok=True)
            told = ",".join(f'"{name}":{vega}' for name, vega in specifications.items())
            file.write_text(f"window.charts={{{told}}};\n", encoding="utf-8")


def _file(page: str) -> str:
    return f"_static/charts/{page}.js"


def load_where_needed(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Load the script on pages with charts, say what it needs later, and define the colours of the pictures."""
    body = context.get("body", "")
    context["colours"] = site_colours.definitions(body)
    context["later_files"] = ["_static/vega.js", _file(page)] if '<figure class="chart"' in body else []
    if context["later_files"]:
        app.add_js_file("charts.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_post_transform(ChartsInThePage)
    app.connect("html-page-context", load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
