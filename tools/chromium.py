"""The browser of tests and tools: the Chromium or Chrome that is installed, and what to say where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HOW_TO_GET_ONE = (
    "this needs Chromium or Google Chrome, and none was found. Install one and try again: on Debian "
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


def find() -> str:
    """Return the path of the installed Chromium or Chrome. Raises FileNotFoundError where there is none."""
    on_the_path = (shutil.which(name) for name in NAMES)
    on_a_mac = (path for path in ON_A_MAC if Path(path).exists())
    found = next((path for path in (*on_the_path, *on_a_mac) if path), None)
    if found is None:
        raise FileNotFoundError(HOW_TO_GET_ONE)
    return found


@contextmanager
def running() -> Iterator[Browser]:
    """Run the browser, without a window and with a fresh profile. Raises FileNotFoundError where there is none."""
    executable = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()
