"""What the tests of the explorables share: a page to show them in, and the bundler."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import explorable_pictures
import pytest
from javascript import BUNDLER, ESBUILD, NODE


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    """Return a function that shows an explorable in a page of its own; no page may have complained in the end."""
    pages, complaints = [], []

    def show(kind: str, **settings: Any) -> Any:
        page = browser.new_page(**settings)
        pages.append(page)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.set_content(explorable_pictures.page_of(explorable_pictures.example(kind)))
        page.locator(".xp").wait_for()
        return page

    yield show
    for page in pages:
        page.close()
    assert complaints == []


@pytest.fixture
def bundle(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Return the bundler, to be run in a copy of the repository. Where it must be there, its absence is a failure."""
    if NODE is None or not ESBUILD.exists():
        absent = pytest.fail if request.config.getoption("--browser-required") else pytest.skip
        absent("the bundles are made with node and esbuild, and not both were found: `make bundles` installs esbuild")
    return lambda root: subprocess.run([str(NODE), str(BUNDLER), str(root)], check=True, timeout=300)
