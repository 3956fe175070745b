"""Letters half as large again and twice as large, and a screen of 320 px (WCAG 1.4.10): nothing lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import accessibility
import pytest
from reader import letters, reading
from site_server import Server
from visits import open_all_details


@pytest.fixture(scope="module", params=[(16, 320), (16, 360), (24, 360), (32, 360)], ids=str)
def page(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page of a browser with letters of that size and a screen of that width."""
    size, width = request.param
    with reading(letters(size), width=width) as context:
        page = context.pages[0]
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{size}px"
        yield page


def test_every_page_fits_the_screen_folded_and_open(page: Any, server: Server, built: Path) -> None:
    for path in sorted(built.rglob("*.html")):
        page.goto(f"{server.address}/{path.relative_to(built).as_posix()}")
        assert (path.name, accessibility.too_wide(page)) == (path.name, [])
        open_all_details(page)
        assert (path.name, accessibility.too_wide(page)) == (path.name, [])


def test_the_header_has_all_its_parts_on_the_screen(page: Any, server: Server) -> None:
    page.goto(server.address)
    for part in (".chapters-button", ".site-name", ".search-link", ".theme-switch"):
        box = page.locator(part).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
