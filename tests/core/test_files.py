"""A file is whole or not there, whatever happens while it is written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from collapse_lib.files import atomic_write


def write(path: Path, text: str, failure: BaseException | None = None) -> None:
    with atomic_write(path) as aside:
        aside.write_text(text, encoding="utf-8")
        if failure is not None:
            raise failure


def test_a_file_takes_its_place_after_the_block_and_nothing_stays_aside(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    with atomic_write(path) as aside:
        aside.write_text("new", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failure", [ValueError("bad"), KeyboardInterrupt(), OSError(errno.EIO, "broken")], ids=repr)
def test_a_block_that_fails_leaves_the_old_file_and_nothing_aside(tmp_path: Path, failure: BaseException) -> None:
    path = tmp_path / "file.txt"
    write(path, "old")
    with pytest.raises(type(failure)) as told:
        write(path, "new", failure)
    assert told.value is failure
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_named_with_the_file_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write(path, "old")
    message = rf"the disk is full, {path} was not written; what was there before is whole. Make room, run again"
    with pytest.raises(OSError, match=message) as told:
        write(path, "new", OSError(errno.ENOSPC, "No space left on device"))
    assert told.value.errno == errno.ENOSPC
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_block_that_writes_nothing_is_an_error_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write(path, "old")
    with pytest.raises(FileNotFoundError), atomic_write(path):
        pass
    assert path.read_text(encoding="utf-8") == "old"
