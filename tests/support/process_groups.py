"""Who of a group of processes is alive, and patience until something happens."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 240  # seconds, on a machine that is busy


def members(group: int) -> list[int]:
    """Return the processes of a group that are alive (a zombie is not)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = path.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(pgrp) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait_until(happened: Callable[[], object]) -> None:
    """Wait until it has happened. Raises AssertionError if it takes too long."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
