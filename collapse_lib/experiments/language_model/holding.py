"""The folder of a run in the hands of one process, which is tried before anything is computed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ...files import writable
from .folders import Folder
from .lineages import Lineage


@contextmanager
def held(folder: Path, lineages: Iterable[Lineage] = ()) -> Iterator[None]:
    """Hold the folder for one process, to work on `lineages`. The hold ends with the process, however it ends.

    Raises RuntimeError if another process holds it, OSError if it cannot be written to.
    """
    writable(folder)
    try:
        with FileLock(folder / ".lock", timeout=0):
            for path in {folder / one.name for one in lineages if os.path.exists(folder / one.name)}:
                writable(path)
                Folder(path).sweep()
            yield
    except Timeout as error:
        message = f"only one process may work in {folder}, and another one does: wait for it, or name another folder"
        raise RuntimeError(message) from error
