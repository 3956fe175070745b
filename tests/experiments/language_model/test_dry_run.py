"""A dry run says what the run then costs, and begins nothing."""

from __future__ import annotations

import dataclasses
from time import process_time

import pytest
import tiny_opt

from collapse_lib.experiments.language_model import dry_run, rehearsal, runs
from collapse_lib.experiments.language_model.dry_run import reckoned

pytestmark = pytest.mark.usefixtures("here", "text")


@pytest.fixture
def sweep(tiny_base):
    """Three conditions, two seeds, three generations: seconds of work."""
    return tiny_opt.preset(tiny_base, seeds=(0, 1), blocks=96, written=48, tested=48)


def in_seconds_of_this_process(monkeypatch) -> None:
    for module in (rehearsal, dry_run):
        monkeypatch.setattr(module, "perf_counter", process_time)


def test_its_time_and_its_disk_are_what_the_run_then_takes(sweep, tmp_path, monkeypatch):
    """The time within a factor of 1.5, in seconds of this process: what is kept and tabled is not in what is told."""
    in_seconds_of_this_process(monkeypatch)
    runs._material(dataclasses.replace(sweep, conditions=sweep.conditions[:1], seeds=(0,)))  # as the run will have it
    told = reckoned(sweep, tmp_path / "out", workers=1)
    begin = process_time()
    runs.run(sweep, tmp_path / "out", workers=1)
    taken = process_time() - begin
    assert 1 / 1.5 < told.seconds / taken < 1.5
    files = [path.stat().st_size for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert told.disk == pytest.approx(sum(files), rel=0.1)
    assert (told.lineages, told.generations, told.finished, told.workers) == (6, 18, 0, 1)
    after = reckoned(sweep, tmp_path / "out", workers=1)
    assert (after.finished, after.disk) == (18, pytest.approx(told.disk, rel=0.01))
    assert after.seconds < told.seconds / 2


def test_nothing_is_begun_and_nothing_written(experiment, tmp_path, capsys):
    assert experiment(tmp_path / "out", "--dry-run") == 0
    assert list(tmp_path.iterdir()) == []
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Lineages: 1. Generations: 2, of them finished: 0."
    assert [line.partition(":")[0] for line in said[1:4]] == ["Time", "Memory", "Disk"]
    assert said[4] == "Nothing of the run was begun or written."


def test_what_is_finished_is_seen_and_left_as_it_is(experiment, tmp_path, capsys):
    assert experiment(tmp_path, "--last", "0") == 0
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    capsys.readouterr()
    assert experiment(tmp_path, "--dry-run") == 0
    assert "Lineages: 1. Generations: 2, of them finished: 1." in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_folder_with_another_run_is_refused_as_the_run_would(experiment, tmp_path, capsys):
    assert experiment(tmp_path) == 0
    assert experiment(tmp_path, "--begin", "base", "--dry-run") == 1
    assert "holds a run with begin 'previous', got 'base'" in capsys.readouterr().err


def test_workers_share_the_time_and_each_takes_its_memory(sweep, tmp_path):
    one, two = (reckoned(sweep, tmp_path, workers=workers) for workers in (1, 2))
    assert two.workers == 2 and two.disk == one.disk
    assert two.memory == pytest.approx(2 * one.memory, rel=0.1)
