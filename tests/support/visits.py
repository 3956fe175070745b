"""A visit to a page, in a browser context of its own, that notes all that goes wrong meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

DESKTOP, PHONE = 1280, 360
HEIGHT = 800
SECONDS = 1000
WITHIN_THE_PAGE = ("data", "blob", "about")


@dataclass
class Visit:
    """An open page (Playwright's `Page`), and what was found wrong with it so far, a sentence each."""

    page: Any
    address: str
    complaints: list[str] = field(default_factory=list)

    def asked(self, url: str) -> None:
        """Complain of a request that leaves the host of the visited address."""
        here, there = urlsplit(self.address), urlsplit(url)
        if there.scheme not in WITHIN_THE_PAGE and (there.scheme, there.netloc) != (here.scheme, here.netloc):
            self.complaints.append(f"asks another host: {url}")

    def failed(self, request: Any) -> None:
        """Complain of a request that got no answer."""
        self.complaints.append(f"no answer from {request.url}: {request.failure}")

    def answered(self, response: Any) -> None:
        """Complain of an answer that is an error."""
        if response.status >= 400:
            self.complaints.append(f"answer {response.status} from {response.url}")

    def said(self, message: Any) -> None:
        """Complain of an error or a warning in the console."""
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def raised(self, error: Any) -> None:
        """Complain of an exception that nobody caught."""
        self.complaints.append(f"uncaught: {error.name}: {error.message}")


@contextmanager
def visiting(
    browser: Any, address: str, *, width: int = DESKTOP, scheme: str = "light", scripts: bool = True
) -> Iterator[Visit]:
    """Open `address` in a fresh context, `width` pixels wide, where `scheme` is preferred; yield the visit."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, java_script_enabled=scripts
    )
    context.set_default_timeout(60 * SECONDS)  # a busy machine may take its time
    visit = Visit(context.new_page(), address)
    context.on("request", lambda request: visit.asked(request.url))
    context.on("requestfailed", visit.failed)
    context.on("response", visit.answered)
    context.on("console", visit.said)
    visit.page.on("websocket", lambda socket: visit.asked(socket.url))
    visit.page.on("pageerror", visit.raised)
    visit.page.goto(address)
    yield visit
    context.close()


def open_all_details(page: Any) -> None:
    """Open everything that is folded."""
    page.evaluate("() => document.querySelectorAll('details').forEach((folded) => { folded.open = true })")


def read_through(page: Any) -> None:
    """Scroll to the end of the page and back, a screen at a time, as a reader would."""
    page.mouse.move(5, HEIGHT / 2)
    screens = page.evaluate("() => Math.ceil(document.documentElement.scrollHeight / innerHeight)")
    for way in (1, -1):
        for _ in range(screens):
            page.mouse.wheel(0, way * HEIGHT)
            page.wait_for_timeout(30)
