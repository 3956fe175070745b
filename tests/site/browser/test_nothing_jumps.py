"""Nothing moves on its own: not when scripts come late, not when a picture is replaced by what lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import chart_figures
import pytest
from site_server import Server
from visits import DESKTOP, PHONE, read_through, visiting

LATE = 300  # milliseconds
OURS = 0.02  # layout shift, by Web Vitals, where less than 0.1 is called good
WATCH = """() => {
  window.jumps = [];
  new PerformanceObserver((list) => {
    for (const { value, sources, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) jumps.push([value, sources.map(({ node }) => node?.className ?? node?.nodeName).join(", ")]);
  }).observe({ type: "layout-shift", buffered: true });
}"""
Tiny = Callable[[str], tuple[Server, str]]


def jumps(browser: Any, address: str, width: int) -> list[tuple[float, str]]:
    """Return the shifts of a page that is read to its end, its scripts coming late: how much, and of what."""
    with visiting(browser, "about:blank", width=width) as visit:
        visit.page.add_init_script(f"({WATCH})()")
        visit.page.context.route("**/*.js*", lambda route: (visit.page.wait_for_timeout(LATE), route.continue_()))
        visit.page.goto(address)
        visit.page.wait_for_timeout(LATE)
        read_through(visit.page)
        chart_figures.wake(visit.page)
        return [(value, what) for value, what in visit.page.evaluate("() => jumps")]


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_page_does_not_jump(name: str, width: int, browser: Any, server: Server) -> None:
    found = jumps(browser, f"{server.address}/{name}", width)
    assert sum(value for value, _ in found) < OURS, found


def test_a_page_that_jumps_is_seen(browser: Any, tiny: Tiny) -> None:
    late = "setTimeout(() => document.body.prepend(document.createElement('canvas')), 100)"
    server, name = tiny(f"<p>Here</p><script>onload = () => {late}</script>")
    found = jumps(browser, f"{server.address}/{name}", DESKTOP)
    assert sum(value for value, _ in found) > OURS
