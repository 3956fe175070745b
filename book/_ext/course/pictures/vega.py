"""From Vega-Lite to Vega, and from Vega to SVG, while the book is built."""

from __future__ import annotations

from typing import Any

import vl_convert

FONT = "system-ui, sans-serif"
INK = "#333333"
Spec = dict[str, Any]


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
