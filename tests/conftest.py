"""What several test files need. How far a simulation may lie from a law is said in `tolerances`."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch is imported: for small models threads only wait in line

import chromium
import numpy as np
import pytest
import tiny_opt

from collapse_lib.experiments.language_model.material import Material

ROOT = Path(__file__).parents[1]


@pytest.fixture
def rng() -> np.random.Generator:
    """Return a generator with a fixed seed: each test draws the same numbers each time."""
    return np.random.default_rng(2024)


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the smallest base, in the Hub's layout."""
    return tiny_opt.write_base(tmp_path_factory.mktemp("base"))


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of this test's own for models, which is not there yet."""
    monkeypatch.setenv("COLLAPSE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def tiny_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for COLLAPSE_DATA with a WikiText-2 of our own invention."""
    return tiny_opt.write_text(tmp_path_factory.mktemp("text"))


@pytest.fixture(scope="session")
def tiny_material(tiny_base: Path, tiny_text: Path) -> Any:
    """Return both as the material of a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLLAPSE_DATA", str(tiny_text))
        return Material.of(tiny_opt.preset(tiny_base))


@pytest.fixture(scope="session")
def built() -> Path:
    """Return the folder of the built site, which `make test` builds first."""
    if not (ROOT / "_build" / "site-is-whole").exists():
        pytest.fail("the site must be built before it is tested: make book")
    return ROOT / "_build" / "html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Run the browser that is installed; without one, the tests that ask for it are skipped and say how to get one.

    One for each file of tests, not for all: while it runs, nothing else may run an event loop (Playwright has one).
    """
    try:
        with chromium.running() as browser:
            yield browser
    except FileNotFoundError as error:
        pytest.skip(str(error))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a machine that must have a browser, or must pass every gate, say so."""
    parser.addoption("--browser-required", action="store_true", help="a skipped browser test is a failure")
    parser.addoption("--gates-required", action="store_true", help="a skipped slow test is a failure")


def required(item: pytest.Item) -> bool:
    """Return whether a test may not be skipped here."""
    browser = item.config.getoption("--browser-required") and "browser" in getattr(item, "fixturenames", ())
    gate = item.config.getoption("--gates-required") and item.get_closest_marker("slow") is not None
    return browser or gate


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test that may not be skipped into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and required(item):
        report.outcome = "failed"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was measured, besides whether it passed."""
    reports = [report for report in terminalreporter.getreports("passed") if report.when == "call"]
    for text in (value for report in reports for name, value in report.user_properties if name == "measured"):
        terminalreporter.write_line(str(text))
