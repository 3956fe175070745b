"""Every page asks nobody else for anything, loads without a complaint and is light; its charts are there at once."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chart_figures
import explorable_figures
import pytest
from site_server import Server, serving
from tour import Tour, tour_of
from visits import PHONE, open_all_details, read_through

TEXT_PAGE, CHART_PAGE = 250_000, 650_000
Tiny = Callable[[str], tuple[Server, str]]


def budget(tour: Tour) -> int:
    """Return how many bytes the page may weigh."""
    return CHART_PAGE if tour.pictures else TEXT_PAGE


def over_budget(tour: Tour) -> list[str]:
    """Return what a page that is too heavy is made of, the heaviest first."""
    if tour.weight <= budget(tour):
        return []
    return [f"{size} bytes: {path}" for path, size in sorted(tour.weights.items(), key=lambda item: -item[1])]


def test_no_request_leaves_the_host_and_nothing_fails_or_complains(tour: Tour) -> None:
    assert tour.complaints == []


def test_the_page_is_within_its_budget(tour: Tour, record_property: Callable[[str, object], None]) -> None:
    record_property("weight", (tour.name, tour.weight, budget(tour)))
    assert over_budget(tour) == []


def test_every_chart_is_there_before_a_script_draws_it_and_comes_alive_in_its_place(tour: Tour) -> None:
    assert [chart.complaint for chart in [*tour.pictures, *tour.alive] if chart.complaint] == []
    heights = [[round(chart.tall) for chart in charts] for charts in (tour.pictures, tour.alive)]
    assert heights[0] == pytest.approx(heights[1], abs=1)


def test_its_policy_lets_it_load_what_the_site_serves_and_nothing_else(name: str, built: Path) -> None:
    said = re.search(r'http-equiv="Content-Security-Policy" content="(.+?)"', (built / name).read_text(encoding="utf-8"))
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


def test_it_works_once_it_is_loaded_with_the_network_cut(charted: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{charted}") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.context.set_offline(True)
        read_through(visited.page)
        visited.complaints += chart_figures.wake(visited.page)
    assert visited.complaints == []


def test_the_pictures_are_there_where_scripts_are_off(charted: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{charted}", width=PHONE, scripts=False) as visited:
        open_all_details(visited.page)
        assert [chart.complaint for chart in chart_figures.drawn(visited.page) if chart.complaint] == []
        assert visited.page.locator("figure.chart input:visible").count() == 0


def test_what_is_published_at_no_page_says_so_at_any_address(server: Server, visit: Any) -> None:
    with visit(f"{server.address}/no/such/page.html") as visited:
        assert visited.page.get_by_role("heading", level=1).is_visible()
        assert visited.page.get_by_role("link").count() >= 1
    missing = [complaint for complaint in visited.complaints if "page.html" in complaint]
    assert len(missing) == 1
    assert len(visited.complaints) - len(missing) == 1, "the console names the missing page, and nothing else"


@pytest.mark.parametrize("served", [True, False], ids=["served", "from a file"])
def test_the_search_finds_a_page_and_needs_nobody(served: bool, server: Server, built: Path, visit: Any) -> None:
    place = server.address if served else built.as_uri()
    with visit(f"{place}/search.html") as visited:
        visited.page.get_by_label("What are you looking for?").fill("variance")
        visited.page.keyboard.press("Enter")
        found = visited.page.get_by_role("link", name="The Gaussian proof").and_(visited.page.locator("#search-results a"))
        found.first.click()
        visited.page.get_by_role("heading", level=1, name="The Gaussian proof").wait_for()
    assert visited.complaints == []


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a file on another host: another port will do."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "script.js").write_text("1;")
    with serving(folder) as server:
        yield f"{server.address}/script.js"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<script src='{elsewhere}'></script>", "asks another host: {elsewhere}"),
        ("<link rel=prefetch href='{elsewhere}'>", "asks another host: {elsewhere}"),
        ("<script>new WebSocket('{elsewhere}'.replace('http', 'ws'))</script>", "asks another host: ws"),
        ("<img src='gone.png' alt=''>", "answer 404"),
        ("<script>console.warn('careful')</script>", "console warning: careful"),
        ("<script>console.error('wrong')</script>", "console error: wrong"),
        ("<script>setTimeout(() => nobody.knows)</script>", "uncaught: ReferenceError: nobody is not defined"),
        ("<script>Promise.reject(new Error('dropped'))</script>", "uncaught: Error: dropped"),
        ("<img src='http://127.0.0.1:9/a.png' alt=''>", "no answer from http://127.0.0.1:9/a.png"),
        ("<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><style>p {{}}</style>", "Content Security"),
        ("<figure class=chart id=a><p role=status>Vega is gone.</p></figure>", "a stays a picture: Vega is gone."),
        ("<figure class=explorable data-kind=game></figure>", "the explorable game is not alive"),
    ],
)
def test_what_goes_wrong_is_seen(
    body: str, complaint: str, elsewhere: str, tiny: Tiny, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_figures, "PATIENCE", 1)
    tour = tour_of(browser, *tiny(body.format(elsewhere=elsewhere)))
    assert [found for found in tour.complaints if complaint.format(elsewhere=elsewhere) in found] != []


def test_a_page_that_is_as_it_should_be_is_let_pass(tiny: Tiny, browser: Any) -> None:
    tour = tour_of(browser, *tiny("<p>Good</p><a href='#here'>Link</a>"))
    assert (tour.complaints, tour.pictures, over_budget(tour)) == ([], [], [])
    assert [link.rsplit("/", 1)[1] for link in tour.links] == ["tiny.html#here"]


def test_a_heavy_page_is_seen_and_what_is_compressed_weighs_less(tiny: Tiny, browser: Any) -> None:
    noise = random.Random(1).randbytes(TEXT_PAGE).hex()
    tour = tour_of(browser, *tiny(f"<!-- {noise} -->"))
    assert len(noise) / 2 < tour.weight < 1.2 * len(noise) / 2
    assert "tiny.html" in over_budget(tour)[0]
    assert over_budget(tour_of(browser, *tiny("<!-- " + "a" * 10**6 + " -->"))) == []


@pytest.mark.parametrize(
    ("inside", "complaint"),
    [
        ("", "one picture should be seen, 0 are"),
        ("<svg width=300 height=200 style='display: none'></svg>", "one picture should be seen, 0 are"),
        ("<svg width=300 height=200></svg><svg width=300 height=200></svg>", "one picture should be seen, 2 are"),
        ("<svg width=300 height=200><rect/></svg>", "1 marks on 300 by 200 px are no chart"),
        ("<svg width=300 height=9><path/><path/><path/><path/><path/></svg>", "5 marks on 300 by 9 px are no chart"),
    ],
)
def test_a_chart_that_is_not_drawn_is_seen(inside: str, complaint: str, tiny: Tiny, browser: Any) -> None:
    tour = tour_of(browser, *tiny(f"<figure class=chart id=a data-live>{inside}</figure>"))
    assert [chart.complaint for chart in tour.pictures] == [f"a: {complaint}"]
