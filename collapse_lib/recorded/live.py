"""What is computed while a page is read, where that can be done; where it cannot, what was recorded, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 300  # characters of a reason: some libraries write a page


@contextmanager
def fallback(instead: str) -> Iterator[None]:
    """Run the lines below; where one fails, whatever the reason, say it in a sentence, and say what is there `instead`.

    What these lines would have set keeps the value that it had before. To stop them by hand stops the cell as usual.

    >>> shown = "the recorded run"
    >>> with fallback("What follows is recorded."):
    ...     shown = "a live run".made_up()
    No live run here ('str' object has no attribute 'made_up'). What follows is recorded.
    >>> shown
    'the recorded run'
    """
    try:
        yield
    except Exception as error:  # a reader may have changed anything, and any library may have moved
        print(f"No live run here ({_reason(error)}). {instead}")


def _reason(error: Exception) -> str:
    """Return an error's own words; its name too, where these are no sentence."""
    words = " ".join(str(error).split()).rstrip(".")
    name = type(error).__name__
    if isinstance(error, KeyError) or " " not in words:
        words = f"{name}: {words}" if words else name
    return textwrap.shorten(words, LONGEST, placeholder=" ...")
