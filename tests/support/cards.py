"""Two questions to ask, one for a number and one for a choice, and a page that must not fail."""

from __future__ import annotations

from typing import Any

import pytest

from collapse_lib import guesses

SHARE = guesses.number("share", "What share is left?", low=0, high=100, step=1, unit="%")
FATE = guesses.choice("fate", "What happens?", ["It goes on", "It stops"])


def opened(context: Any, address: str) -> Any:
    """Return a page at `address`; the test fails if a script of it does."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"the page raised {error}"))
    page.goto(address)
    return page
