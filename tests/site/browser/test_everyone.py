"""Every page can be used by everyone: WCAG 2.2 AA, light and dark, at a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import accessibility
import chart_figures
import pytest
from site_server import Server
from visits import DESKTOP, PHONE, open_all_details

Tiny = Callable[[str], tuple[Server, str]]


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_of_wcag(name: str, scheme: str, width: int, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{name}", width=width, scheme=scheme) as visited:
        open_all_details(visited.page)
        if scheme == "dark":
            chart_figures.wake(visited.page)
        assert accessibility.violations(visited.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_of_chapters_is_accessible_on_a_telephone_too(scheme: str, server: Server, visit: Any) -> None:
    with visit(server.address, width=PHONE, scheme=scheme) as visited:
        visited.page.get_by_role("button", name="Chapters").press("Enter")
        assert visited.page.get_by_role("navigation", name="Chapters").is_visible()
        assert accessibility.violations(visited.page) == []


def test_nothing_lies_off_a_telephones_screen(name: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/{name}", width=PHONE) as visited:
        assert accessibility.too_wide(visited.page) == []
        open_all_details(visited.page)
        assert accessibility.too_wide(visited.page) == []
        chart_figures.wake(visited.page)
        assert [chart.complaint for chart in chart_figures.drawn(visited.page) if chart.complaint] == []
        assert accessibility.too_wide(visited.page) == []


@pytest.mark.parametrize("share", [150, 200])
def test_a_page_whose_letters_a_style_has_made_larger_fits_too(share: int, server: Server, visit: Any) -> None:
    for name in ("index.html", "notebooks/02-problem-framing.html", "notebooks/06-industry-bridge.html"):
        with visit(f"{server.address}/{name}", width=360) as visited:
            visited.page.add_style_tag(content=f"html {{ font-size: {share}% }}")
            assert accessibility.too_wide(visited.page) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<main><h1>Tiny</h1><img src='data:,'></main>", "image-alt"),
        ("<main><h1>Tiny</h1><p style='color: #999; background: #fff'>Faint</p></main>", "color-contrast"),
        ("<main><h1>Tiny</h1><button style='width: 9px; height: 9px; padding: 0' aria-label='a'></button>"
         "<button style='width: 9px; height: 9px; padding: 0' aria-label='b'></button></main>", "target-size"),
    ],
)  # fmt: skip
def test_what_is_not_accessible_is_seen(body: str, rule: str, tiny: Tiny, visit: Any) -> None:
    server, name = tiny(body)
    with visit(f"{server.address}/{name}") as visited:
        found = accessibility.violations(visited.page)
    assert {complaint.split(" at ")[0] for complaint in found} == {rule}


def test_a_page_wider_than_the_screen_is_seen(tiny: Tiny, visit: Any) -> None:
    server, name = tiny("<p id=wide style='width: 400px'>Wide</p>")
    with visit(f"{server.address}/{name}", width=PHONE) as visited:
        assert accessibility.too_wide(visited.page) == ["408 px on a screen of 360: p#wide."]
