"""An explorable in a bare page: what it shows and says, and how a keyboard reaches what is in it."""

from __future__ import annotations

from typing import Any

MARKED = "document.activeElement.textContent"


def reach(page: Any, words: str) -> None:
    """Press Tab until the button with these words has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(MARKED).startswith(words):
            return
    raise AssertionError(f"no button {words!r} is reached by keyboard")


def step(page: Any) -> int:
    return int(page.locator(".xp").get_attribute("data-step"))


def heard(page: Any) -> str:
    return page.locator("[aria-live=polite]").inner_text()
