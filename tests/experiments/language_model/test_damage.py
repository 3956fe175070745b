"""A damaged file in the folder of a run is named in one sentence that says what to do, and doing it mends the run."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

LINEAGE = "replace-t-0.9-1-epochs-seed-0"
OTHER = "replace-t-0.9-1-epochs-seed-1"
ROW, SETTINGS, PROVENANCE = f"{LINEAGE}/generation-01.json", "run.json", "provenance.json"


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def without_a_key(path: Path) -> None:
    found = json.loads(path.read_text())
    found.pop(next(name for name in found if name in ("real", "learning_rate", "digest")))
    path.write_text(json.dumps(found))


def contents(data: bytes):
    return lambda path: path.write_bytes(data)


DAMAGES = {
    "truncated": truncated,
    "a folder": folder_in_its_place,
    "without a key": without_a_key,
    "empty": contents(b""),
    "blank": contents(b" \n"),
    "a list": contents(b"[]"),
    "a number": contents(b"3"),
    "null": contents(b"null"),
    "a text": contents(b'"real"'),
    "an empty object": contents(b"{}"),
    "a deep list": contents(b"[" * 100_000),
    "not UTF-8": contents(b"{\xff\xfe"),
    "zeros": contents(bytes(100)),
}


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> Path:
    """Where the first test leaves its run to the others."""
    return tmp_path_factory.mktemp("once") / "run"


@pytest.fixture
def folder(experiment, once, tmp_path, capsys) -> Path:
    """The folder of a finished run."""
    if not once.exists():
        assert experiment(once, "--last", "2") == 0
    capsys.readouterr()
    return Path(shutil.copytree(once, tmp_path / "run"))


def remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def damage_line(errors: str) -> str:
    """The one line that is said; how far the run is does not count."""
    (line,) = [line for line in errors.splitlines() if line and not re.match(r"\d+ of \d+ generations", line)]
    return line


@pytest.mark.parametrize("file", [ROW, SETTINGS, PROVENANCE])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_named_and_once_it_is_deleted_the_same_command_mends_the_run(
    experiment, folder, capsys, file, damage
):
    table = (folder / "measures.csv").read_bytes()
    damage(folder / file)
    damaged = sorted(folder.rglob("*"))
    assert experiment(folder, "--last", "2") == 1
    said = damage_line(capsys.readouterr().err)
    assert f"{folder / file} must hold" in said and "delete it, and the same command" in said
    assert sorted(folder.rglob("*")) == damaged
    remove(folder / file)
    assert experiment(folder, "--last", "2") == 0
    assert (folder / "measures.csv").read_bytes() == table


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize("longer", ["2", "4"])
def test_a_row_that_is_not_what_was_written_is_computed_again(experiment, folder, tmp_path, capsys, index, longer):
    assert experiment(tmp_path / "whole", "--last", longer) == 0
    row = folder / LINEAGE / f"generation-{index:02}.json"
    row.write_text(row.read_text().replace('"real": ', '"real": 1'))
    assert experiment(folder, "--last", longer) == 1
    assert f"{row} must hold the row that was written there, got another: delete it" in capsys.readouterr().err
    row.unlink()
    assert experiment(folder, "--last", longer) == 0
    assert (folder / "measures.csv").read_bytes() == (tmp_path / "whole" / "measures.csv").read_bytes()


def test_a_row_of_another_lineage_is_another_row(experiment, folder, capsys):
    assert experiment(folder, "--last", "2", "--seeds", "0", "1") == 0
    shutil.copy(folder / ROW, folder / OTHER / "generation-01.json")
    assert experiment(folder, "--last", "2", "--seeds", "0", "1") == 1
    assert f"{folder / OTHER / 'generation-01.json'} must hold the row that was written" in capsys.readouterr().err


def test_settings_that_are_lost_are_those_of_the_checkpoints(experiment, folder, capsys):
    (folder / SETTINGS).unlink()
    assert experiment(folder, "--last", "2", "--begin", "base") == 1
    assert f"{folder} holds a run with begin 'previous', got 'base'" in capsys.readouterr().err


def test_rows_that_nothing_says_the_run_of_are_not_mixed_with_others(experiment, folder, capsys):
    for path in [folder / SETTINGS, *folder.rglob("*.safetensors")]:
        path.unlink()
    assert experiment(folder, "--last", "3") == 1
    said = capsys.readouterr().err
    assert f"{folder / SETTINGS} must say which run the rows there are of, got none, and no whole checkpoint" in said


def test_a_checkpoint_of_another_lineage_is_passed_over(experiment, folder, capsys):
    assert experiment(folder, "--last", "2", "--seeds", "1") == 0
    shutil.copy(folder / OTHER / "last.safetensors", folder / LINEAGE / "last.safetensors")
    assert experiment(folder, "--last", "3") == 0
    assert "must be of this run and lineage, got a damaged or another one" in capsys.readouterr().out


def test_a_table_that_is_damaged_or_gone_is_written_again(experiment, folder):
    table = (folder / "measures.csv").read_bytes()
    for damage in (truncated, remove):
        damage(folder / "measures.csv")
        assert experiment(folder, "--last", "2") == 0
        assert (folder / "measures.csv").read_bytes() == table
