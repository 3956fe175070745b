"""What the browser keeps, or refuses to keep, stops no page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reader import BLOCKED, reading
from site_server import Server

SEARCHED = "() => /^(Search finished|Your search did not)/.test(document.querySelector('.search-summary')?.textContent)"
# Every key that a script of the site, or of Sphinx, has ever read here, with what another hand may have put there.
KEYS = [
    "theme",
    "mode",
    "sphinx_highlight_terms",
    "model-collapse-guess:rare-words-left",
    "model-collapse-guess:months",
]
POISONS = [
    *("", "null", "[]", "7", "{", '{"words": "x", "sure": {"toString": 1}}', '{"__proto__": {"words": "x"}}'),
    *("<b>dark</b>", "constructor", "__proto__", "a " * 500_000),
]
POISON = "([keys, value]) => { for (const key of keys) { localStorage[key] = value; sessionStorage[key] = value } }"


@pytest.fixture(scope="module")
def blocked() -> Iterator[Any]:
    """A page of a browser that blocks all cookies and storage, as its own setting does."""
    with reading(BLOCKED, width=1280) as context:
        yield context.pages[0]


@pytest.fixture
def complaints(blocked: Any) -> Iterator[list[str]]:
    """What the page complains of meanwhile."""
    said: list[str] = []
    blocked.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    blocked.on("pageerror", lambda error: said.append(str(error)))
    yield said


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


@pytest.mark.parametrize("value", POISONS, ids=lambda value: repr(value[:45]))
def test_what_another_hand_has_kept_stops_no_page(value: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/notebooks/01-warm-up.html", scheme="dark") as visited:
        visited.page.evaluate(POISON, [KEYS, value])
        for name in ("notebooks/01-warm-up.html", "notebooks/06-industry-bridge.html", "search.html?q=variance"):
            visited.page.goto(f"{server.address}/{name}")
            assert visited.page.locator("html").get_attribute("data-theme") == "dark"
            assert visited.page.locator(":is([data-guess], [data-recall]):not([data-ready])").count() == 0
            assert visited.page.locator("figure.explorable:not(.live)").count() == 0
            visited.page.locator(".theme-switch").click()
            assert visited.page.locator("html").get_attribute("data-theme") == "light"
            visited.page.evaluate("(value) => localStorage.setItem('theme', value)", value)
        visited.page.wait_for_function(SEARCHED)
        visited.page.wait_for_load_state("networkidle")
    assert visited.complaints == []


def test_only_the_theme_that_was_chosen_is_kept_and_a_search_leaves_nothing(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/search.html?q=variance") as visited:
        visited.page.wait_for_function(SEARCHED)
        visited.page.locator(".theme-switch").click()
        assert visited.page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == (
            '[{"theme":"dark"},{}]'
        )
        visited.page.reload()
        assert visited.page.locator("html").get_attribute("data-theme") == "dark"
        visited.page.wait_for_load_state("networkidle")
