"""Where results go, tried before they are computed."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

ROOM = 4 * 2**20  # bytes, more than the tables of any run


def try_folder(folder: Path) -> None:
    """Make `folder` and fill a file in it, then take both away: what is to be written there later can be.

    Raises OSError that says in one line what stands in the way.
    """
    missing: list[Path] = []
    probe = folder / f".room-{os.getpid()}"
    try:
        missing += [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            probe.write_bytes(bytes(ROOM))
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        told = f"results must have a folder that can be written to, got {folder} ({_reason(error)})"
        raise type(error)(told) from error
    finally:
        for path in missing:
            with suppress(OSError):  # it was not made, or somebody has put something there
                path.rmdir()


def _reason(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands in its place, or in that of a folder above it"
    if error.errno == errno.ENOSPC:
        return f"the disk is full, {ROOM / 1e6:.0f} MB are needed"
    return str(error.strerror).lower()
