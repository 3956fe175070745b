"""Every page asks nobody else for anything, loads without a complaint and is light; its charts are there at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import chart_figures
import explorable_figures
import pytest
from site_links import Site
from site_server import Server
from tour import Tour
from visits import PHONE, open_all_details, read_through

ALL_IS_FETCHED = """() => [...document.querySelectorAll("link[rel=prefetch]")]
  .every((link) => performance.getEntriesByName(link.href).length > 0)"""
ALL_HAVE_AN_EXTRACT = """() => document.querySelector(".search-summary")?.textContent.startsWith("Search finished")
  && [...document.querySelectorAll("#search-results li")].every((found) => found.querySelector("p.context, span"))"""
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="(.+?)"')


def test_no_request_leaves_the_host_and_nothing_fails_or_complains(tour: Tour) -> None:
    assert tour.complaints == []


def test_the_page_is_within_its_budget(tour: Tour, record_property: Callable[[str, object], None]) -> None:
    record_property("weight", (tour.name, tour.weight, tour.budget))
    assert tour.over_budget == []


def test_every_chart_is_there_before_a_script_draws_it_and_comes_alive_in_its_place(tour: Tour) -> None:
    assert [chart.complaint for chart in [*tour.pictures, *tour.alive] if chart.complaint] == []
    heights = [[round(chart.tall) for chart in charts] for charts in (tour.pictures, tour.alive)]
    assert heights[0] == pytest.approx(heights[1], abs=1)


def test_the_links_that_a_script_has_made_resolve_too(tour: Tour, server: Server, site: Site) -> None:
    own = [link.removeprefix(f"{server.address}/") for link in tour.links if link.startswith(f"{server.address}/")]
    assert [wrong for link in own if (wrong := site.broken("index.html", link))] == []


def test_its_policy_lets_it_load_what_the_site_serves_and_nothing_else(name: str, built: Path) -> None:
    said = POLICY.search((built / name).read_text(encoding="utf-8"))
    assert said
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in said[1].split("; ")}
    assert rules["default-src"] == {"'none'"}
    assert {source for source in rules.pop("script-src") if not source.startswith("'sha256-")} <= {"'self'"}
    assert set().union(*rules.values()) <= {"'none'", "'self'", "'unsafe-inline'", "data:"}


def test_it_works_from_a_file_as_well(name: str, built: Path, visit: Any) -> None:
    with visit((built / name).as_uri()) as visited:
        read_through(visited.page)
        visited.complaints += chart_figures.wake(visited.page) + explorable_figures.asleep(visited.page)
        assert [chart.complaint for chart in chart_figures.drawn(visited.page) if chart.complaint] == []
    assert visited.complaints == []


def test_it_works_once_it_is_loaded_with_the_network_cut(name: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{name}") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.wait_for_function(ALL_IS_FETCHED)  # on a busy machine the browser takes its time
        visited.page.context.set_offline(True)
        read_through(visited.page)
        visited.complaints += chart_figures.wake(visited.page) + explorable_figures.asleep(visited.page)
        for explorable in explorable_figures.explorables(visited.page):
            before = explorable.step
            explorable.press(explorable.forward)
            assert explorable.reaches(before + 1)
    # The icon of the tab is asked for by the browser, in its own time, and not by the page.
    assert [complaint for complaint in visited.complaints if "favicon" not in complaint] == []


def test_the_pictures_are_there_where_scripts_are_off(charted: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{charted}", width=PHONE, scripts=False) as visited:
        open_all_details(visited.page)
        assert [chart.complaint for chart in chart_figures.drawn(visited.page) if chart.complaint] == []
        assert visited.page.locator("figure.chart input:visible").count() == 0


def test_what_is_published_at_no_page_says_so_at_any_address(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/no/such/page.html") as visited:
        assert visited.page.get_by_role("heading", level=1).is_visible()
        assert visited.page.get_by_role("link").count() >= 1
    answer, console = sorted(visited.complaints)
    assert answer == f"answer 404 from {server.address}/no/such/page.html"
    assert console.startswith("console error"), "the console names the missing page, and nothing else"
    assert "/no/such/page.html" in console


@pytest.mark.parametrize("served", [True, False], ids=["served", "from a file"])
def test_the_search_finds_a_page_and_needs_nobody(served: bool, server: Server, built: Path, visit: Any) -> None:
    place = server.address if served else built.as_uri()
    with visit(f"{place}/search.html") as visited:
        visited.page.get_by_label("What are you looking for?").fill("variance")
        visited.page.keyboard.press("Enter")
        if served:  # to leave earlier is to give up requests, which would count as unanswered here
            visited.page.wait_for_function(ALL_HAVE_AN_EXTRACT)
        visited.page.locator("#search-results").get_by_role("link", name="The Gaussian proof").first.click()
        visited.page.get_by_role("heading", level=1, name="The Gaussian proof").wait_for()
    assert visited.complaints == []


def test_the_search_shows_what_pages_say_without_their_code_and_what_a_term_means(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/search.html") as visited:
        for words in ("fairness", "numpy", "variance"):
            visited.page.get_by_label("What are you looking for?").fill(words)
            visited.page.keyboard.press("Enter")
            visited.page.wait_for_function(ALL_HAVE_AN_EXTRACT)
            extracts = visited.page.locator("#search-results p.context").all_text_contents()
            assert extracts
            assert not [extract for extract in extracts if re.search(r"Code:|import |only a hunch", extract)]
        assert extracts[0].startswith("Variance How far values lie from their mean")
    assert visited.complaints == []


def test_the_search_works_again_and_again_with_the_network_cut(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/search.html") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.context.set_offline(True)
        for words, title in {"variance": "The Gaussian proof", "perplexity": "The OPT experiment"}.items():
            visited.page.get_by_label("What are you looking for?").fill(words)
            visited.page.keyboard.press("Enter")
            visited.page.locator("#search-results").get_by_role("link", name=title).first.wait_for()
            assert visited.page.locator("#search-results").get_by_role("heading", level=2).count() == 1
            assert visited.page.url.endswith(f"?q={words}")
    assert visited.complaints == []
