"""The folder of a run, written and read as a whole: SHA256SUMS names its files and the digest of each.

It has the form of the program `sha256sum`, which can check it; its first line is the digest of the others. All files
are written aside first. From the moment at which SHA256SUMS takes its place the run is the new one, and a file that
still lies aside is read there; until then it is the old one. So wherever writing stops, nobody reads something of one
run and something of another.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ..files import atomic_write

SUMS = "SHA256SUMS"


def replace_run(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `files`, the content of each by its name, the run in `folder`, in place of the run that was there.

    Raises OSError if the folder cannot be written to: then what was there is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _settle(folder, ())
    try:
        with atomic_write(folder / SUMS) as aside:
            aside.write_bytes(_sums(files))
            for name, content in files.items():
                _aside(folder / name).write_bytes(content)
    finally:
        _settle(folder, files)


def file_names(folder: Path) -> list[str]:
    """Return the names of the run's files. Raises ValueError if SHA256SUMS is damaged or not there."""
    return list(_digests(folder))


def content(folder: Path, name: str) -> bytes:
    """Return what is in a file of the run. Raises ValueError that names it if that is not what was recorded."""
    path, digest = folder / name, _digests(folder).get(name)
    for place in (path, _aside(path)):
        with suppress(FileNotFoundError, IsADirectoryError):
            found = place.read_bytes()
            if _digest(found) == digest:
                return found
    raise _damaged(path, "is not there" if not path.exists() else "is damaged or was changed")


def _sums(files: Mapping[str, bytes]) -> bytes:
    lines = "".join(f"{_digest(files[name])}  {name}\n" for name in sorted(files)).encode()
    return f"# {_digest(lines)}\n".encode() + lines


def _digests(folder: Path) -> dict[str, str]:
    path = folder / SUMS
    try:
        first, _, lines = path.read_bytes().partition(b"\n")
    except FileNotFoundError as error:
        raise _damaged(path, "is not there") from error
    except IsADirectoryError as error:
        raise _damaged(path, "is a folder") from error
    if first != f"# {_digest(lines)}".encode():
        raise _damaged(path, "is damaged or was changed")
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines.decode().splitlines())}


def _settle(folder: Path, written: Iterable[str]) -> None:
    """Let what lies aside take its place if it is of the run that SHA256SUMS names, and go if it is not."""
    digests: dict[str, str] = {}
    with suppress(ValueError):  # no run, or a damaged one: what lies aside is of none
        digests = _digests(folder)
    for name in {*digests, *written}:
        aside = _aside(folder / name)
        if not aside.is_file():
            continue
        if _digest(aside.read_bytes()) == digests.get(name):
            os.replace(aside, folder / name)
        else:
            aside.unlink()


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _damaged(path: Path, what: str) -> ValueError:
    again = f"`git checkout -- {path}` in a clone, or a new installation of collapse-lib, brings it back"
    anew = f"`python -m collapse_lib.recorded {path.parent.name}` records the run anew"
    return ValueError(f"a recorded run must be whole, and {path} {what}: {again}; {anew}")
