"""A file is whole or not there, whatever happens while it is written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from collapse_lib.files import atomic_write, json_object, said, writable


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


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    (tmp_path / "file.txt.new").mkdir()
    with pytest.raises(OSError, match=rf"{path} was not written \(Is a directory\); what was there before is whole"):
        write(path, "new")


# What is read back

BROKEN = {
    b"": "an empty file",
    b" \n": "text that is no JSON from line 2, column 1 on",
    b'{"a": 1': "text that is no JSON from line 1, column 8 on",
    b"[]": "a list",
    b"3": "a number",
    b"true": "true or false",
    b"null": "null",
    b'"a"': "a text",
    b'{"b": 1}': "an object without",
    b"\xff{}": "byte 0xff at position 0, which is not UTF-8",
    b"[" * 100_000: "text that is no JSON",
}


@pytest.mark.parametrize(("content", "got"), BROKEN.items(), ids=BROKEN.values())
def test_a_damaged_json_file_is_named_with_what_to_do(tmp_path: Path, content: bytes, got: str) -> None:
    path = tmp_path / "run.json"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="must hold") as told:
        json_object(path, keys=("a",), remedy="begin anew")
    assert str(told.value).startswith(f"{path} must hold ") and str(told.value).endswith(f", got {got}: begin anew")


def test_a_json_file_that_is_not_there_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=rf"{tmp_path / 'none'} must be there, got none: begin anew"):
        json_object(tmp_path / "none", remedy="begin anew")
    with pytest.raises(ValueError, match=rf"{tmp_path} must hold a JSON object, got a folder: begin anew"):
        json_object(tmp_path, remedy="begin anew")


@pytest.mark.parametrize(
    "content", [b'{"a": [1]}', b'\xef\xbb\xbf{"a": [1]}'], ids=["as written", "with a byte-order mark"]
)
def test_a_whole_json_file_is_what_it_holds(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run.json").write_bytes(content)
    assert json_object(tmp_path / "run.json", keys=("a",), remedy="none") == {"a": [1]}


# The folder


def test_a_folder_is_made_and_nothing_stays_in_it(tmp_path: Path) -> None:
    writable(tmp_path / "a" / "b")
    assert list(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a" / "b"]


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a", "mine")
    for folder in (tmp_path / "a", tmp_path / "a" / "b" / "c"):
        with pytest.raises(
            OSError, match=rf"must be one that can be written to, got {folder} \({tmp_path / 'a'} is a file"
        ):
            writable(folder)


def test_an_error_is_said_on_one_line_without_the_systems_number() -> None:
    assert said(OSError(28, "the disk\nis full")) == "the disk is full"
    assert said(ValueError("bad")) == "bad"
    assert said(OSError(2, "No such file", "a.txt")) == "[Errno 2] No such file: 'a.txt'"
