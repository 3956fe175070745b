"""A process that dies just before the n-th time that it changes a folder, as by `kill -9` or a power cut."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHANGES = ("open", "os.rename", "os.remove", "os.mkdir")  # audit events; each has the path first
WRITES = os.O_WRONLY | os.O_RDWR


def changes(work: Callable[[], object], folder: Path) -> list[str]:
    """Return each change that `work` makes in `folder`, as "os.rename run.json.new", in order. It is done elsewhere."""
    seen, status = _elsewhere(work, folder, None)
    assert status == 0
    return seen


def died(work: Callable[[], object], folder: Path, at: int, *, within: bool = False) -> bool:
    """Do `work` in a process that ends before its change of this index, and return whether it came that far.

    `within`: it ends while it writes the file that this change renames, or before if it is not one that renames.
    """
    _, status = _elsewhere(work, folder, at, within=within)
    assert status in (0, 9), "it must die where it is told to, and nowhere else"
    return status == 9


def _elsewhere(
    work: Callable[[], object], folder: Path, at: int | None, *, within: bool = False
) -> tuple[list[str], int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        seen: list[str] = []
        sys.addaudithook(lambda event, details: _heed(event, details, folder, seen, at, within))
        try:
            work()
            os.write(writing, pickle.dumps(seen))
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(told) if told else [], os.waitstatus_to_exitcode(status)


def _heed(event: str, details: Any, folder: Path, seen: list[str], at: int | None, within: bool) -> None:
    if event not in CHANGES or not isinstance(details[0], str) or not details[0].startswith(f"{folder}/"):
        return
    if event == "open" and not details[2] & WRITES:
        return
    if len(seen) == at:
        if within and event == "os.rename":
            os.truncate(details[0], os.path.getsize(details[0]) // 2)
        os._exit(9)
    seen.append(f"{event} {os.path.relpath(details[0], folder)}")
