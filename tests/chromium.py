"""The browser of the tests: the Chromium or Chrome that is installed, and what to say where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HOW_TO_GET_ONE = (
    "the browser tests need Chromium or Google Chrome, and none was found. Install one and try again: on Debian "
    "`sudo apt install chromium`, on Ubuntu `sudo snap install chromium`, on a Mac `brew install --cask google-chrome`"
)
# It runs as root in a container, and asks nobody for anything on its own account.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Return the path of the installed Chromium or Chrome; None where there is none."""
    on_the_path = (shutil.which(name) for name in NAMES)
    on_a_mac = (path for path in ON_A_MAC if Path(path).exists())
    return next((path for path in (*on_the_path, *on_a_mac) if path), None)


@contextmanager
def running(executable: str) -> Iterator[Any]:
    """Run the browser, without a window and with a fresh profile; yield Playwright's `Browser`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()
