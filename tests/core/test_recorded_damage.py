"""A damaged file of a recorded run is named, with how to get it back, whatever happened to it."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest

from collapse_lib import recorded
from collapse_lib.recorded import folders

ROOT = Path(__file__).parents[2]
SHIPPED = recorded.FOLDER
NAME = "opt-embedded"  # some of its tables are packed
FILES = sorted(path.name for path in (SHIPPED / NAME).iterdir())
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "one byte short": lambda content: content[:-1],
    "one bit flipped": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "another table": lambda content: gzip.compress(b"x\n1\n"),
    "no text": lambda content: b"\xff\xfe\x00",
    "a list": lambda content: b"[]\n",
    "other line endings": lambda content: content.replace(b"\n", b"\r\n") + b"\r\n",
    "a pointer in its place": lambda content: b"version https://git-lfs.github.com/spec/v1\n",
}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a run in a library of its own."""
    monkeypatch.setattr(recorded, "FOLDER", tmp_path)
    return Path(shutil.copytree(SHIPPED / NAME, tmp_path / NAME))


def read_all() -> None:
    recorded.tables(NAME)
    recorded.provenance(NAME)


def refused(path: Path) -> str:
    """Return what is said of a damaged file, which must be one line that names it and the ways to get it back."""
    with pytest.raises(ValueError, match="a recorded run must be whole") as told:
        read_all()
    said = str(told.value)
    assert f"{path} is " in said and "\n" not in said
    assert f"`git checkout -- {path}`" in said and f"`python -m collapse_lib.recorded {NAME}`" in said
    return said


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_named(library: Path, file: str, damage: str) -> None:
    path = library / file
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    assert f"{path} is damaged or was changed" in refused(path)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_gone_is_named_and_so_is_a_folder_in_its_place(library: Path, file: str) -> None:
    (library / file).unlink()
    assert f"{library / file} is not there" in refused(library / file)
    (library / file).mkdir()
    refused(library / file)


def test_what_is_whole_is_read_though_another_table_of_the_run_is_damaged(library: Path) -> None:
    (library / "words.csv.gz").write_bytes(b"")
    assert len(recorded.load(NAME, "measures")) > 0
    assert recorded.provenance(NAME)["seed"] == 5


def test_a_table_that_is_no_part_of_the_run_is_none_of_its_tables(library: Path) -> None:
    (library / "notes.csv").write_text("x\n1\n")
    assert "notes" not in recorded.tables(NAME)
    with pytest.raises(
        FileNotFoundError, match=r"the table of opt-embedded must be one of histogram, measures, .*, got 'notes'"
    ):
        recorded.load(NAME, "notes")


@pytest.mark.parametrize("name", ["", ".", "..", "Images", "images/", "recorded/images", "__pycache__", None, 3])
def test_another_name_is_refused_with_the_names(name: object) -> None:
    for read in (recorded.load, recorded.tables, recorded.provenance):
        with pytest.raises(FileNotFoundError, match=r"a recorded run must be one of .*images, .*vocabulary, got "):
            read(name)  # type: ignore[arg-type]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs the program sha256sum")
@pytest.mark.parametrize("name", recorded.names())
def test_the_sums_are_those_that_sha256sum_checks(name: str) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", folders.SUMS], cwd=SHIPPED / name, check=True)


def test_every_file_of_a_run_is_shipped_and_keeps_its_line_endings() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    files = [file for name in recorded.names() for file in [folders.SUMS, *folders.file_names(SHIPPED / name)]]
    assert [file for file in files if not any(fnmatch(file, pattern) for pattern in patterns)] == []
    assert "/collapse_lib/recorded/** -text" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
