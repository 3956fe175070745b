"""A page read once from its beginning to its end: what went wrong, what it weighed, and what its charts did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import chart_figures
import explorable_figures
from chart_figures import Drawn
from site_server import Server
from visits import open_all_details, read_through, visiting

TEXT_PAGE, CHART_PAGE = 250_000, 650_000
LINKS = "(links) => links.map((link) => link.href)"


@dataclass(frozen=True)
class Tour:
    """What was seen of a page.

    `weights` are the bytes on the wire by path; `pictures` are the charts as the page came, `alive` as they were left;
    `links` are the addresses that it leads to, those that a script has made included.
    """

    name: str
    complaints: list[str]
    weights: dict[str, int]
    pictures: list[Drawn]
    alive: list[Drawn]
    links: list[str]

    @property
    def budget(self) -> int:
        """How many bytes the page may weigh."""
        return CHART_PAGE if self.pictures else TEXT_PAGE

    @property
    def over_budget(self) -> list[str]:
        """What a page that is too heavy is made of, the heaviest first."""
        heaviest = sorted(self.weights.items(), key=lambda weight: -weight[1])
        return [f"{size} bytes: {path}" for path, size in heaviest] if self.weight > self.budget else []

    @property
    def weight(self) -> int:
        """The whole page in bytes on the wire."""
        return sum(self.weights.values())


def tour_of(browser: Any, server: Server, name: str) -> Tour:
    """Return what is seen of the page at `name` on the server when it is read and its charts are brought to life."""
    start = len(server.sent)
    with visiting(browser, f"{server.address}/{name}") as visit:
        open_all_details(visit.page)
        pictures = chart_figures.drawn(visit.page)
        read_through(visit.page)
        visit.complaints += chart_figures.wake(visit.page) + explorable_figures.asleep(visit.page)
        alive = chart_figures.drawn(visit.page)
        links = visit.page.locator("a[href]").evaluate_all(LINKS)
        visit.page.wait_for_load_state("networkidle")
    weights = {sent.path: sent.size for sent in server.sent[start:]}
    return Tour(name, visit.complaints, weights, pictures, alive, links)
