"""A machine that dies at a chosen moment: before, within or after each write, rename and removal of a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPLACE, WRITE, UNLINK = os.replace, Path.write_bytes, Path.unlink


class Crash(BaseException):
    """What nobody catches: the machine has died, or somebody has pressed Ctrl-C."""


@dataclass
class Machine:
    """A machine that crashes at moment `at`; one that is `dead` does nothing after it, as after kill -9."""

    at: int
    dead: bool
    now: int = 0

    def moment(self) -> None:
        """Let a moment pass, or crash."""
        here, self.now = self.now, self.now + 1
        if here == self.at or (self.dead and here > self.at):
            raise Crash

    def write(self, path: Path, data: bytes) -> None:
        """Write a file; a crash within leaves half of it."""
        self.moment()
        if self.now == self.at:
            WRITE(path, data[: len(data) // 2])
        self.moment()
        WRITE(path, data)
        self.moment()

    def do(self, change: Any, *arguments: Any, **options: Any) -> None:
        """Make a change that is done or not."""
        self.moment()
        change(*arguments, **options)
        self.moment()


@contextmanager
def crashing(at: int, *, dead: bool) -> Iterator[Machine]:
    """Run the block on a machine that crashes at moment `at`, and go on behind it."""
    machine = Machine(at, dead)
    with pytest.MonkeyPatch.context() as patch, suppress(Crash):
        patch.setattr(Path, "write_bytes", lambda path, data: machine.write(path, data))
        patch.setattr(Path, "write_text", lambda path, text, encoding: machine.write(path, text.encode(encoding)))
        patch.setattr(Path, "unlink", lambda path, missing_ok=False: machine.do(UNLINK, path, missing_ok=missing_ok))
        patch.setattr(os, "replace", lambda old, new: machine.do(REPLACE, old, new))
        yield machine
