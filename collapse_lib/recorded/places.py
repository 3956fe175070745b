"""Where results go, tried before they are computed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..files import writable

ROOM = 4 * 2**20  # bytes, more than the tables of any run


def try_folder(folder: Path) -> None:
    """Make `folder` and fill a file in it, then take both away: what is to be written there later can be.

    Raises OSError that says in one line what stands in the way.
    """
    missing = [path for path in (folder, *folder.parents) if not _there(path)]
    try:
        writable(folder, room=ROOM)
    finally:
        for path in missing:
            with suppress(OSError):  # it was not made, or somebody has put something there
                path.rmdir()


def _there(path: Path) -> bool:
    with suppress(OSError):
        return path.exists()
    return True  # nobody may ask: it is not for us to take away
