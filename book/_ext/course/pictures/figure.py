"""What stands in the page for a chart: its title, its controls and two drawings, for a wide page and a telephone."""

from __future__ import annotations

import json
import re
from html import escape

from ..colours import as_variables
from .controls import controls
from .svg import slim
from .vega import Spec, compiled, drawn

WIDTHS = {"wide": 720, "narrow": 336}


def figure(spec: Spec, name: str) -> tuple[str, str]:
    """Return the HTML of the chart `spec`, with `name` as its id; and its Vega specification (JSON)."""
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
    return as_variables(html), as_variables(data)


def _title(spec: Spec) -> str:
    title = spec.get("title") or ""
    text = title.get("text", "") if isinstance(title, dict) else title
    words = text if isinstance(text, str) else " ".join(text)
    return f"<figcaption>{escape(words)}</figcaption>" if words else ""


def _height(svg: str) -> int:
    found = re.search(r'<svg[^>]* height="([\d.]+)"', svg)
    return round(float(found[1])) if found else 0
