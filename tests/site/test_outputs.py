"""Of what a cell hands over, a page takes what is ours, and makes of it what the page's transforms look for."""

from __future__ import annotations

from typing import Any

import explorable_pictures
import pytest
from course.outputs import OurOutputs
from myst_nb.core.render import MimeData

from collapse_lib.charts import display
from collapse_lib.explorables import explorable


def rendered(media_type: str, content: Any) -> Any:
    return OurOutputs.handle_mime(None, MimeData(media_type, content), False)  # type: ignore[arg-type]


def test_a_chart_is_its_specification_as_wide_as_the_column() -> None:
    (node,) = rendered(display.VEGA_LITE, {"width": 600, "mark": "line"})
    assert node["chart"] == {"width": "container", "mark": "line"}


def test_an_explorable_is_its_picture_and_its_data() -> None:
    data, _ = explorable_pictures.example("wall")._repr_mimebundle_()
    (node,) = rendered(explorable.MEDIA_TYPE, data[explorable.MEDIA_TYPE])
    assert node.astext() == explorable_pictures.example("wall").html()


@pytest.mark.parametrize("media_type", ["text/html", "image/png", "application/json"])
def test_everything_else_is_left_to_myst(media_type: str) -> None:
    assert rendered(media_type, "") is None


def test_ours_come_before_what_notebooks_show() -> None:
    assert {("*", display.VEGA_LITE, 5), ("*", explorable.MEDIA_TYPE, 5)} == set(OurOutputs.mime_priority_overrides)
