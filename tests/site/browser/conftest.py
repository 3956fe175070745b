"""The built site, served and visited.

A test that asks for `name` runs for every page, one that asks for `charted` for every page with charts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import address
import pytest
from site_links import Site
from site_server import Server, serving
from tour import Tour, tour_of
from visits import Visit, visiting

ROOT = Path(__file__).parents[3]
BUILT = ROOT / "_build" / "html"
WEIGHT = "weight"
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Tiny</title><link rel="icon" href="data:,">'
Open = Callable[..., AbstractContextManager[Visit]]


def names() -> list[str]:
    """Return the path of every page that was built."""
    return sorted(path.relative_to(BUILT).as_posix() for path in BUILT.rglob("*.html"))


def charted() -> list[str]:
    """Return the paths of those with charts."""
    return [name for name in names() if '<figure class="chart' in (BUILT / name).read_text(encoding="utf-8")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each page; where nothing is built, once, so that `built` can say so."""
    for fixture, pages in {"name": names, "charted": charted}.items():
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, pages() or ["index.html"], scope="module")


@pytest.fixture(scope="session")
def site(built: Path) -> Site:
    """The built site as a place that links lead to."""
    ours = address.configured(ROOT)
    return Site(built, ours.site, ROOT, ours.url)


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[Server]:
    """The built site, served."""
    with serving(built) as server:
        yield server


@pytest.fixture
def visit(browser: Any) -> Open:
    """Return what opens an address in a fresh context of the browser."""
    return partial(visiting, browser)


@pytest.fixture(scope="module")
def tour(browser: Any, server: Server, name: str) -> Tour:
    """A page, read from its beginning to its end."""
    return tour_of(browser, server, name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each page weighs and what it may weigh, the heaviest first."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    noted = [found for report in reports for found in getattr(report, "user_properties", ()) if found[0] == WEIGHT]
    pages = sorted({page for _, page in noted}, key=lambda page: -page[1])
    if pages:
        terminalreporter.write_sep("=", "weight of each page over the wire (gzip), KB")
    for page, weight, budget in pages:
        terminalreporter.write_line(f"{weight / 1000:8.1f} of {budget / 1000:3.0f}  {page}")


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Callable[[str], tuple[Server, str]]]:
    """Return what writes a page of its own, with `body` in it, and gives its server and its name."""
    with serving(tmp_path) as server:

        def write(body: str) -> tuple[Server, str]:
            (tmp_path / "tiny.html").write_text(HEAD + body, encoding="utf-8")
            return server, "tiny.html"

        yield write
