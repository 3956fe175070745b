"""Files that are whole or not there: written aside, then renamed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give a path to write to; after the block it takes the place of `path`. If the block fails, nothing has changed.

    Raises OSError that names the file and says that nothing is lost if the disk is full.
    """
    aside = path.with_name(path.name + ".new")
    try:
        yield aside
        os.replace(aside, path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            message = f"the disk is full, {path} was not written; what was there before is whole. Make room, run again"
            raise OSError(errno.ENOSPC, message) from error
        raise
    finally:
        aside.unlink(missing_ok=True)
