"""A chart is moved by keyboard alone, and a dark page recolours it as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import chart_figures
import pytest
from site_server import Server
from visits import open_all_details

COLOURS = """(page) => [...page.querySelectorAll("figure.chart svg *")].map((mark) => {
  const { fill, stroke } = getComputedStyle(mark);
  return `${fill} ${stroke}`;
})"""
VALUES = "(page) => [...page.querySelectorAll('figure.chart :is(input, select)')].map((i) => [i.value, i.checked])"
Tiny = Callable[[str], tuple[Server, str]]


def unmoved(page: Any) -> list[str]:
    """Return the controls of the page's charts that do not change their picture."""
    return [
        f"{figure.get_attribute('id')}: {control.get_attribute('data-signal')}"
        for figure in page.locator(chart_figures.FIGURE).all()
        for control in chart_figures.controls(figure)
        if not chart_figures.moved_by_keyboard(figure, control)
    ]


def test_every_control_changes_its_chart_and_a_dark_page_keeps_what_was_chosen(
    charted: str, server: Server, visit: Any
) -> None:
    with visit(f"{server.address}/{charted}") as visited:
        open_all_details(visited.page)
        visited.complaints += chart_figures.wake(visited.page)
        assert unmoved(visited.page) == []
        everything = visited.page.locator("html")
        chosen, light = everything.evaluate(VALUES), everything.evaluate(COLOURS)
        visited.page.get_by_role("button", name="Dark page").press("Enter")
        assert everything.evaluate("(page) => page.dataset.theme") == "dark"
        assert everything.evaluate(VALUES) == chosen
        assert everything.evaluate(COLOURS) != light
    assert visited.complaints == []


@pytest.mark.parametrize(
    ("answer", "complaints"),
    [("document.querySelector('rect').setAttribute('width', this.value)", []), ("0", ["a: copies"])],
)
def test_a_control_that_changes_nothing_is_seen(
    answer: str, complaints: list[str], tiny: Tiny, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_figures, "PATIENCE", 1)
    slider = f'<input type=range data-signal=copies min=0 max=9 value=9 oninput="{answer}">'
    server, name = tiny(f"<figure class=chart id=a>{slider}<svg><rect width=9 height=9></rect></svg></figure>")
    with visit(f"{server.address}/{name}") as visited:
        assert unmoved(visited.page) == complaints
