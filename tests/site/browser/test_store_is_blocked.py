"""Where the reader blocks all cookies and storage, every page works, and says so where it would keep something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reader import BLOCKED, reading
from site_server import Server

SEARCHED = "() => /^(Search finished|Your search did not)/.test(document.querySelector('.search-summary')?.textContent)"


@pytest.fixture(scope="module")
def blocked() -> Iterator[Any]:
    """A page of a browser that blocks all cookies and storage, as its own setting does."""
    with reading(BLOCKED, width=1280) as context:
        yield context.pages[0]


@pytest.fixture
def complaints(blocked: Any) -> list[str]:
    """What the page complains of meanwhile."""
    said: list[str] = []
    blocked.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    blocked.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_the_setting_really_blocks(blocked: Any, server: Server) -> None:
    blocked.goto(server.address)
    assert blocked.evaluate("() => { try { return localStorage.length } catch ({ name }) { return name } }") == (
        "SecurityError"
    )


def test_where_storage_is_blocked_every_page_works_and_its_theme_can_be_switched(
    blocked: Any, complaints: list[str], server: Server, built: Path
) -> None:
    for path in sorted(built.rglob("*.html")):
        blocked.goto(f"{server.address}/{path.relative_to(built).as_posix()}")
        switch = blocked.locator(".theme-switch")
        for _ in range(switch.count()):
            before = blocked.locator("html").get_attribute("data-theme")
            switch.click()
            assert blocked.locator("html").get_attribute("data-theme") != before
    assert complaints == []


def test_where_storage_is_blocked_the_search_finds_and_ends(
    blocked: Any, complaints: list[str], server: Server
) -> None:
    for words in ("variance", "constructor"):
        blocked.goto(f"{server.address}/search.html?q={words}")
        blocked.wait_for_function(SEARCHED)
        assert blocked.locator("#search-results a").count() > 0 or words == "constructor"
    blocked.wait_for_load_state("networkidle")
    assert complaints == []


def test_where_storage_is_blocked_the_card_says_one_thing(blocked: Any, complaints: list[str], server: Server) -> None:
    blocked.goto(f"{server.address}/notebooks/01-warm-up.html")
    card = blocked.locator("[data-guess]").first
    card.locator(".guess-keep").click()
    assert "cannot be kept in this browser" in card.inner_text()
    assert "stays in this browser" not in card.inner_text()
    assert complaints == []
