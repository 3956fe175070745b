"""The folder of a run is tried before anything is computed, and a finished run is read where nobody may write."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from collapse_lib.experiments.language_model import runs

ROOT = Path(__file__).parents[3]


@pytest.fixture
def nothing_is_computed(monkeypatch) -> None:
    def fail(*arguments):
        raise AssertionError("the folder must be tried first")

    monkeypatch.setattr(runs, "_facts", fail)


@pytest.mark.usefixtures("nothing_is_computed")
@pytest.mark.parametrize("place", ["file", "file/below", "file/far/below", "link"])
def test_a_file_in_the_place_of_the_folder_or_above_it_is_named(experiment, tmp_path, capsys, place):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("file")
    assert experiment(tmp_path / place) == 1
    what = tmp_path / place.partition("/")[0]
    assert capsys.readouterr().err == (
        f"a folder must be one that can be written to, got {tmp_path / place} ({what} is a file)\n"
    )
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.usefixtures("nothing_is_computed")
@pytest.mark.parametrize("name", ["x" * 300, "no\nfolder/" + "x" * 300])
def test_a_name_that_no_folder_can_have_is_refused_in_one_line(experiment, tmp_path, capsys, name):
    assert experiment(tmp_path / name) == 1
    said = capsys.readouterr().err
    assert said.startswith("a folder must be one that can be written to, got ") and said.count("\n") == 1


@pytest.mark.usefixtures("nothing_is_computed")
def test_a_file_in_the_place_of_a_lineages_folder_is_named(experiment, tmp_path, capsys):
    (tmp_path / "replace-t-0.9-1-epochs-seed-0").write_text("mine")
    assert experiment(tmp_path) == 1
    assert "replace-t-0.9-1-epochs-seed-0 is a file)" in capsys.readouterr().err


# Where nobody may write


RUN = """
import sys
from contextlib import nullcontext
sys.path[:0] = ["tests/support", "tests/experiments/language_model"]
import tiny_opt
from conftest import Here
from collapse_lib.__main__ import main
from collapse_lib.experiments.language_model import measures, presets, runs
base, *arguments = sys.argv[1:]
presets.PRESETS["tiny"] = tiny_opt.preset(base, conditions=tiny_opt.CONDITIONS[:1], last=1)
measures.CONTINUATION, runs.processes = 4, lambda most: nullcontext(Here())
if arguments[0] == "unread":
    runs._facts = None
sys.exit(main(["experiment", "--preset", "tiny", *arguments[1:]]))
"""


def as_a_user(base: Path, *arguments: str, facts: str = "read") -> subprocess.CompletedProcess[str]:
    """Run the command as somebody whom permissions bind: who tests may be root, whom they do not."""
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if bound and shutil.which("setpriv") is None:
        pytest.skip("permissions do not bind root, and without setpriv nobody else can be had")
    command = [*bound, sys.executable, "-c", RUN, str(base), facts, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def forbid(folder: Path) -> None:
    """Let nobody write to the folder and what is in it."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.fixture
def forbidden(tmp_path):
    """Return a folder that can be forbidden, and that pytest can remove again."""
    folder = tmp_path / "run"
    folder.mkdir()
    yield folder
    for path in [folder, *filter(Path.is_dir, folder.rglob("*"))]:
        path.chmod(0o755)


def test_a_folder_that_nobody_may_write_to_is_named_before_anything_is_computed(tiny_base, forbidden):
    forbid(forbidden)
    for out in (forbidden, forbidden / "new"):
        done = as_a_user(tiny_base, "--out", str(out), facts="unread")
        said = f"a folder must be one that can be written to, got {out} (Permission denied)\n"
        assert (done.returncode, done.stderr) == (1, said)


def test_a_finished_run_that_nobody_may_write_to_is_read(experiment, tiny_base, forbidden, capsys):
    assert experiment(forbidden) == 0
    told = capsys.readouterr().out
    before = {path: path.read_bytes() for path in forbidden.rglob("*") if path.is_file()}
    forbid(forbidden)
    read = as_a_user(tiny_base, "--out", str(forbidden))
    assert (read.returncode, read.stdout) == (0, told), read.stderr
    shorter = as_a_user(tiny_base, "--out", str(forbidden), "--last", "0")
    assert shorter.returncode == 0, shorter.stderr
    assert "(Permission denied); the tables there stay as they are" in shorter.stderr
    longer = as_a_user(tiny_base, "--out", str(forbidden), "--last", "3", facts="unread")
    said = f"a folder must be one that can be written to, got {forbidden} (Permission denied)\n"
    assert (longer.returncode, longer.stderr) == (1, said)
    assert {path: path.read_bytes() for path in forbidden.rglob("*") if path.is_file()} == before
