"""How much memory the processes that a test starts take at their peak, together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import TypeVar

import psutil
import pytest

Result = TypeVar("Result")
INTERVAL = 0.05  # seconds between two looks


def taken() -> int:
    """Return the bytes that all that descends from this process takes now: memory that two share counts once (PSS)."""
    total = 0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError, ProcessLookupError):
            total += process.memory_full_info().pss
    return total


def peak_of(work: Callable[[], Result]) -> tuple[Result, int]:
    """Do `work`; return what it returns and the most bytes that were taken meanwhile. It needs Linux."""
    if not psutil.LINUX:
        pytest.skip("this gate needs Linux: other systems do not tell what two processes share")
    before, looks, done = taken(), [0], Event()

    def watch() -> None:
        while not done.wait(INTERVAL):
            looks.append(taken())

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        return work(), max(looks) - before
    finally:
        done.set()
        watcher.join()
