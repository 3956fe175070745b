"""`python -m collapse_lib.recorded`: its folder is tried first, and nothing that was computed is lost."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from recordings import failing, let_runs_be, main, one

from collapse_lib import files, recorded
from collapse_lib.recorded import places


def test_the_command_records_into_a_folder_that_it_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_runs_be(monkeypatch, a=one)
    assert main("a", "--into", tmp_path / "new" / "deep") == 0
    folder = tmp_path / "new" / "deep" / "a"
    assert len(pd.read_csv(folder / "measures.csv")) == 1
    told = json.loads((folder / "provenance.json").read_text())
    assert told["versions"].keys() >= {"python", "numpy"}
    assert told["command"] == "python -m collapse_lib.recorded a"


def test_all_are_recorded_one_after_the_other_and_so_are_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_runs_be(monkeypatch, a=one, b=one, c=one)
    assert main("c", "a", "c", "--into", tmp_path / "some") == 0
    assert main("--all", "--into", tmp_path / "all") == 0
    assert sorted(path.name for path in (tmp_path / "some").iterdir()) == ["a", "c"]
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize("typed", [["images", "nothing"], [], ["--all", "images"]], ids=" ".join)
def test_what_is_not_named_well_is_refused(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(*typed)
    said = capsys.readouterr().err
    assert ("got nothing" if "nothing" in typed else "name the runs, or say --all") in said


# Before anything is computed


def in_the_way(place: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    place.write_text("")
    return place, f"{place} is a file"


def above_in_the_way(place: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    place.write_text("")
    return place / "below" / "it", f"{place} is a file"


def full(place: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    patch.setattr(files, "TemporaryFile", fails_with(errno.ENOSPC))
    return place, "the disk is full, 4 MB are needed"


def forbidden(place: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    patch.setattr(files, "TemporaryFile", fails_with(errno.EACCES))
    return place, "Permission denied"


def read_only(place: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    patch.setattr(Path, "mkdir", fails_with(errno.EROFS))
    return place, "Read-only file system"


def fails_with(number: int) -> Callable[..., None]:
    def change(*arguments: Any, **options: Any) -> None:
        raise OSError(number, os.strerror(number))

    return change


@pytest.mark.parametrize("case", [in_the_way, above_in_the_way, full, forbidden, read_only])
def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_computed(
    case: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_runs_be(monkeypatch, a=failing(AssertionError("computed")), b=failing(AssertionError("computed")))
    with pytest.MonkeyPatch.context() as patch:
        place, reason = case(tmp_path / "place", patch)
        assert main("--all", "--into", place) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"a folder must be one that can be written to, got {place / 'a'} ({reason})")
    assert said.count("\n") == 1


def test_trying_a_folder_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for folder in ("there", "new/deep", "there/deep"):
        places.try_folder(tmp_path / folder)
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_a_folder_is_tried_with_more_than_any_run_needs() -> None:
    sizes = [sum(path.stat().st_size for path in (recorded.FOLDER / name).iterdir()) for name in recorded.names()]
    assert max(sizes) < places.ROOM / 2
