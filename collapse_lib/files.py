"""Files that are whole or not there: written aside, then renamed. What is read back is whole too, or it is named."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

_KINDS = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}  # what JSON holds beside objects


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give a path to write to; after the block it takes the place of `path`. If the block fails, nothing has changed.

    Raises OSError that names the file and says that nothing is lost if the disk is full, or if it cannot be written.
    """
    aside = path.with_name(path.name + ".new")
    try:
        yield aside
        os.replace(aside, path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            message = f"the disk is full, {path} was not written; what was there before is whole. Make room, run again"
            raise OSError(errno.ENOSPC, message) from error
        if error.errno is not None and error.filename == str(aside):
            message = f"{path} was not written ({error.strerror}); what was there before is whole"
            raise OSError(error.errno, message) from error
        raise
    finally:
        if not aside.is_dir():
            aside.unlink(missing_ok=True)


def writable(folder: Path, *, room: int = 0) -> None:
    """Make `folder` if it is not there, and try to write `room` bytes to it: what takes hours to compute needs a place.

    Raises OSError that names it and says why it cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as probe:
            probe.write(bytes(room))
    except OSError as error:
        in_the_way = [path for path in (folder, *folder.parents) if os.path.exists(path) and not os.path.isdir(path)]
        why = f"{in_the_way[0]} is a file" if in_the_way else str(error.strerror)
        if error.errno == errno.ENOSPC:
            why = f"the disk is full, {room / 1e6:.0f} MB are needed" if room else "the disk is full"
        raise OSError(error.errno, f"a folder must be one that can be written to, got {folder} ({why})") from error


def said(error: Exception) -> str:
    """Return what an error says, on one line and without the number that the system has for it."""
    ours = isinstance(error, OSError) and error.filename is None and error.strerror
    return " ".join(str(ours or error).split())


def json_object(path: Path, *, keys: Collection[str] = (), remedy: str) -> dict[str, Any]:
    """Return the object that a JSON file holds, with at least these keys. `remedy` says what to do if it does not.

    Raises FileNotFoundError if there is no such file, ValueError if it is damaged; both name it and say what to do.
    """
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileNotFoundError(errno.ENOENT, f"{path} must be there, got none: {remedy}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{path} must hold a JSON object, got {_damage(path, error)}: {remedy}") from error
    if not isinstance(found, dict):
        raise ValueError(f"{path} must hold a JSON object, got {_KINDS.get(type(found), 'a number')}: {remedy}")
    if lacking := [key for key in keys if key not in found]:
        raise ValueError(f"{path} must hold {', '.join(lacking)}, got an object without: {remedy}")
    return found


def _damage(path: Path, error: Exception) -> str:
    match error:
        case IsADirectoryError():
            return "a folder"
        case OSError():
            return f"a file that cannot be read ({error.strerror})"
        case UnicodeDecodeError():
            return f"byte 0x{error.object[error.start]:02x} at position {error.start}, which is not UTF-8"
        case json.JSONDecodeError() if path.stat().st_size == 0:
            return "an empty file"
        case json.JSONDecodeError():
            return f"text that is no JSON from line {error.lineno}, column {error.colno} on"
    return "text that is no JSON"
