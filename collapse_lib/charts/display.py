"""How a chart is shown in a notebook: as its specification, drawn by what JupyterLab and VS Code bring along.

Altair itself hands over HTML that fetches three libraries from elsewhere, and says "Error loading script" where it
cannot. A specification needs no network, no kernel and no trust, and is a tenth of the libraries. Beside it stand
a picture, if vl-convert is here to draw it, and the description in words. JupyterLab 4 reads Vega-Lite 5, so that is
what our charts keep to, whichever Altair writes them. Colab reads none, and keeps Altair's HTML.
"""

from __future__ import annotations

import base64
import sys
from typing import Any

import altair as alt

VEGA_LITE = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
OUTPUT_WIDTH = 600  # pixels, for charts as wide as their container, which an output has no width for
NAME = "course"


def prefer() -> None:
    """Let Altair show charts so from here on, unless somebody has chosen otherwise or this is Colab."""
    alt.renderers.register(NAME, bundle)
    if alt.renderers.active == "default" and "google.colab" not in sys.modules:
        alt.renderers.enable(NAME)


def bundle(spec: dict[str, Any], **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what an output holds of the chart `spec`, by media type, and its metadata: Altair's `options`."""
    shown = {**spec, "$schema": SCHEMA}
    if shown.get("width") == "container":
        shown["width"] = OUTPUT_WIDTH
    return {VEGA_LITE: shown, **_picture(shown), "text/plain": _words(spec)}, {VEGA_LITE: options} if options else {}


def _picture(spec: dict[str, Any]) -> dict[str, str]:
    """Return the picture, or nothing without vl-convert and where it cannot draw: the chart does not depend on it."""
    try:
        import vl_convert

        return {"image/png": base64.b64encode(vl_convert.vegalite_to_png(spec)).decode()}
    except (ImportError, ValueError):
        return {}


def _words(spec: dict[str, Any]) -> str:
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, dict) else title
    said = [text if isinstance(text, str) else " ".join(text), spec.get("description", "")]
    return "Chart. " + " ".join(f"{part.rstrip('.')}." for part in said if part)
