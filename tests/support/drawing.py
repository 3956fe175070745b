"""Charts as a reader meets them: with a title and a description, their controls at some values, drawn."""

from __future__ import annotations

import json
import re
from typing import Any

import vl_convert

WORDS = {"title": "A finding", "description": "What is to be seen."}  # for charts whose words do not matter


def spec(chart: Any) -> dict[str, Any]:
    """Return a chart's specification; fail unless it is finished: with a title, a description and a column's width."""
    found = chart.to_dict()
    assert found["title"]["text"] and found["description"] and found["width"] == "container"
    return found


def svg(chart: Any, **values: Any) -> str:
    """Return the chart as SVG, 600 pixels wide, its controls at these values, the others where they start."""
    found = spec(chart) | {"width": 600}
    controls = {parameter["name"] for parameter in found.get("params", [])}
    assert values.keys() <= controls, f"the chart's controls are {sorted(controls)}"
    for parameter in found.get("params", []):
        parameter["value"] = values.get(parameter["name"], parameter.get("value"))
    # Clipping areas are numbered on from picture to picture: without that, equal pictures are equal texts.
    return re.sub(r"clip\d+", "clip", vl_convert.vegalite_to_svg(json.dumps(found)))


def marks(picture: str, kind: str) -> int:
    """Return how many marks of a kind ("circle", "line mark", "rect mark") a picture has."""
    return picture.count(f'aria-roledescription="{kind}"')
