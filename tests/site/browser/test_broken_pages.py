"""What is wrong with a page is seen: each check of the tour, tried on a small page that is broken in just that way."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import chart_figures
import pytest
from site_server import Server, serving
from tour import TEXT_PAGE, tour_of

Tiny = Callable[[str], tuple[Server, str]]


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
        (
            "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><img src=a.png alt=''>",
            "Content Security",
        ),
        ("<figure class=chart id=a><p role=status>Vega is gone.</p></figure>", "a stays a picture: Vega is gone."),
        ("<figure class=chart id=a data-live><svg><rect fill='mixed' /></svg></figure>", "a has 1 black marks, live"),
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
    assert (tour.complaints, tour.pictures, tour.over_budget) == ([], [], [])
    assert [link.rsplit("/", 1)[1] for link in tour.links] == ["tiny.html#here"]


def test_a_heavy_page_is_seen_and_what_is_compressed_weighs_less(tiny: Tiny, browser: Any) -> None:
    noise = random.Random(1).randbytes(TEXT_PAGE).hex()
    tour = tour_of(browser, *tiny(f"<!-- {noise} -->"))
    assert len(noise) / 2 < tour.weight < 1.2 * len(noise) / 2
    assert "tiny.html" in tour.over_budget[0]
    assert tour_of(browser, *tiny("<!-- " + "a" * 10**6 + " -->")).over_budget == []


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
