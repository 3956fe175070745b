"""The time left is right on a real run, and said in a bar on a terminal, in lines elsewhere."""

from __future__ import annotations

import io
import sys
from time import process_time

import pytest
import tiny_opt

from collapse_lib.experiments.language_model import progress, watching
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.progress import Progress


class Terminal(io.StringIO):
    """Something to write to that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


def test_in_a_log_and_a_notebook_there_are_lines_that_say_how_far_it_is(experiment, tmp_path, capsys):
    assert experiment(tmp_path) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if " generations" in line]
    assert said == ["0 of 2 generations", "2 of 2 generations, 00:00 left"]


def test_no_line_is_said_twice_and_none_too_soon_after_another(preset, tmp_path, capsys, monkeypatch):
    now, finished = [1000.0], [0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    monkeypatch.setattr(progress.Folder, "finished", lambda self: finished[0])
    lineages = [Lineage(preset, preset.conditions[0], seed) for seed in range(2)]
    with Progress(lineages, tmp_path, tmp_path, 1) as bar:
        for later, there in ((1, 0), (1, 1), (progress.PAUSE, 1), (progress.PAUSE, 1), (1, 2)):
            now[0], finished[0] = now[0] + later, there
            bar.look()
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["0 of 4 generations", "2 of 4 generations", "4 of 4 generations"]


def test_on_a_terminal_there_is_a_bar(experiment, tmp_path, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert experiment(tmp_path) == 0
    assert "\r" in terminal.getvalue()
    assert "| 2/2 generations [00:0" in terminal.getvalue() and ", 00:00 left]" in terminal.getvalue()


def test_on_a_real_run_the_time_left_is_right_within_20_percent(tiny_base, tiny_material, tmp_path, monkeypatch):
    """In seconds of this process: who else is at work on the machine makes no difference.

    As many rows are noted as are learned, as the small base's presets have it: fewer cost more a row on a network as
    small as this.
    """
    for module, name in ((watching, "time"), (watching, "perf_counter"), (progress, "time")):
        monkeypatch.setattr(module, name, process_time)
    preset = tiny_opt.preset(tiny_base, last=4, blocks=96, written=96, tested=48)
    lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
    notes = tmp_path / "notes"
    notes.mkdir()
    list(lineages[0].rows(tiny_material))  # the first of a process is slower
    seen, saved = [], Lineage._saved
    bar = Progress(lineages, tmp_path, notes, 1)

    def saw(self, *rest):
        seen.append((process_time(), bar.seconds_left()))
        return saved(self, *rest)

    monkeypatch.setattr(Lineage, "_saved", saw)
    for one in lineages:
        watching.live(one, tiny_material, tmp_path, notes)
    end, begin = process_time(), seen[0][0]
    assert seen[0][1] is None  # nothing was finished yet
    for at, left in seen[1:]:
        if end - at > (end - begin) / 5:
            assert left == pytest.approx(end - at, rel=0.2)
