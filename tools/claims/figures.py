"""What a page's charts are called and how they are told to those who cannot see them, as the built site has it.

The site holds the titles and descriptions of `chart.to_dict()`, with the numbers that the code computed for them.
"""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup


def told(built: Path) -> list[str]:
    """Return the title and the description of each chart of a built page."""
    charts = BeautifulSoup(built.read_text(encoding="utf-8"), "html.parser").select("figure.chart")
    titles = [caption.get_text() for chart in charts for caption in chart.select("figcaption")]
    return titles + [str(view["aria-label"]) for chart in charts for view in chart.select("[role=img][aria-label]")]
