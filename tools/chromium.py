"""The browser of tests and tools: the Chromium or Chrome that is installed, and what to say where there is none."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
HOW_TO_GET_ONE = (
    "this needs Chromium or Google Chrome, and none was found. Install one and try again: on Debian "
    "`sudo apt install chromium`, on Ubuntu `sudo snap install chromium`, on a Mac `brew install --cask google-chrome`"
)
PATIENCE = 300  # seconds for a whole book, on a busy machine
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
    from playwright.sync_api import sync_playwright  # the tests' own: a book is built without it

    executable = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


def printed(page: Path, pdf: Path) -> None:
    """Print a page of HTML as a tagged PDF with an outline.

    Raises FileNotFoundError where there is no browser, RuntimeError if it prints nothing.
    """
    pdf.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        ours = ["--headless", f"--user-data-dir={profile}", "--no-pdf-header-footer", "--generate-pdf-document-outline"]
        command = [find(), *FLAGS, *ours, f"--print-to-pdf={pdf}", page.as_uri()]
        try:
            said = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False).stderr
        except subprocess.TimeoutExpired:
            said = f"it was given {PATIENCE} seconds"
    if not pdf.exists():
        raise RuntimeError(f"{command[0]} was to print {page.name} and did not: {said[-2000:]}")
