"""The charts of the built chapters in words: each has a title, and a description that says what moves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tools.claims.checker import CHAPTERS

NAMES = {
    "input[type=range]": "slider",
    "input[type=radio]": "buttons",
    "input[type=checkbox]": "boxes",
    "select": "menu",
}


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.stem)
def test_a_chart_has_a_title_and_a_description_that_names_its_controls(page: Path, built: Path) -> None:
    text = (built / "notebooks" / f"{page.stem}.html").read_text(encoding="utf-8")
    charts = BeautifulSoup(text, "html.parser").select("figure.chart")
    assert charts
    for chart in charts:
        description = str(chart.select("[role=img]")[0]["aria-label"])
        assert len(description) > 80
        assert not [name for control, name in NAMES.items() if chart.select(control) and name not in description]
        assert chart.select("figcaption")[0].get_text().strip()
