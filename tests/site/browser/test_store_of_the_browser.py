"""What another hand has put into the browser's store stops no page, and a search leaves nothing there."""

from __future__ import annotations

from typing import Any

import pytest
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


@pytest.mark.parametrize("value", POISONS, ids=lambda value: repr(value[:45]))
def test_what_another_hand_has_kept_stops_no_page(value: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/notebooks/01-warm-up.html", scheme="dark") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.evaluate(POISON, [KEYS, value])
        for name in ("notebooks/01-warm-up.html", "notebooks/06-industry-bridge.html", "search.html?q=variance"):
            visited.page.goto(f"{server.address}/{name}")
            assert visited.page.locator("html").get_attribute("data-theme") == "dark"
            assert visited.page.locator(":is([data-guess], [data-recall]):not([data-ready])").count() == 0
            assert visited.page.locator("figure.explorable:not(.live)").count() == 0
            visited.page.locator(".theme-switch").click()
            assert visited.page.locator("html").get_attribute("data-theme") == "light"
            visited.page.evaluate("(value) => localStorage.setItem('theme', value)", value)
            visited.page.wait_for_load_state("networkidle")  # to leave earlier is to give up requests
        visited.page.wait_for_function(SEARCHED)
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
