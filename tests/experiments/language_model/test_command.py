"""The command goes on where it was killed, and says in one line why it cannot run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from collapse_lib.__main__ import main
from collapse_lib.experiments import language_model
from collapse_lib.experiments.language_model.command import _parser, _preset
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.material import Material
from collapse_lib.recorded.storing import store

PATIENCE = 240  # seconds, on a machine that is busy


@pytest.fixture(autouse=True)
def text(tiny_text, monkeypatch):
    monkeypatch.setenv("COLLAPSE_DATA", str(tiny_text))
    language_model.runs._material.cache_clear()


def command(base: Path, out: Path) -> list[str]:
    return [
        "experiment", "--preset", "classroom", "--model", str(base), "--out", str(out), "--keep", "0", "--seeds", "0",
        "1", "--last", "1", "--workers", "2",
    ]  # fmt: skip


def chosen(arguments: list[str]):
    return _preset(_parser().parse_args(arguments[1:]))


def uninterrupted(arguments: list[str], folder: Path) -> bytes:
    """The table of the same lineages in this process, without a folder to go on from."""
    preset = chosen(arguments)
    material = Material.of(preset)
    lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
    store("table", pd.DataFrame([row for one in lineages for row in one.rows(material)]), {}, folder)
    return (folder / "table.csv").read_bytes()


def members(group: int) -> list[int]:
    """The processes of a group that are alive (a zombie is not)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = path.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(pgrp) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait_until(happened) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="who is alive is read from /proc")
def test_killed_it_leaves_nobody_at_work_and_the_same_command_ends_with_the_same_table(tiny_base, tmp_path, capfd):
    out = tmp_path / "out"
    arguments = command(tiny_base, out)
    with open(tmp_path / "log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "collapse_lib", *arguments],
            cwd=Path(__file__).parents[3], start_new_session=True, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        wait_until(lambda: list(out.glob("*/generation-*.json")) or process.poll() is not None)
        assert process.poll() is None, (tmp_path / "log").read_text()
        assert len(members(process.pid)) >= 4  # the process, its two workers, and what cleans up after them
        assert main(arguments) == 1
        assert f"only one process may work in {out}, and another one does" in capfd.readouterr().err
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    killed = time.monotonic()
    wait_until(lambda: not members(process.pid))
    assert time.monotonic() - killed < 20
    assert not (out / "table.csv").exists()
    assert main(arguments) == 0
    assert "4 rows in" in capfd.readouterr().out
    (tmp_path / "whole").mkdir()
    assert (out / "table.csv").read_bytes() == uninterrupted(arguments, tmp_path / "whole")
    assert not list(out.rglob("*.new"))


def test_the_process_that_waits_for_the_others_loads_no_network(tiny_base, tmp_path):
    run = f"""
import sys
from collapse_lib.__main__ import main

assert main({[*command(tiny_base, tmp_path), "--seeds", "0"]!r}) == 0
assert "torch" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", run], check=True)
    assert (tmp_path / "table.csv").exists()


def test_without_a_command_it_says_how_it_is_used(capsys):
    for arguments in ([], ["nothing"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err.startswith("usage: python -m collapse_lib {experiment}")


def test_missing_text_is_named_and_the_exit_status_is_1(tiny_base, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLLAPSE_DATA", str(tmp_path))
    assert main(command(tiny_base, tmp_path / "out")) == 1
    assert f"WikiText-2 not found in {tmp_path}: there is no wikitext-2/valid.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--model", "/no/such/folder"], "a model must be a folder or a repository of the Hub, got '/no/such/folder'"),
        (["--keep", "2"], "alpha, beta, gamma must be shares of 1"),
        (["--repetition-penalty", "-1"], "repetition_penalty must be positive, got -1.0"),
        (["--seeds", "1", "1"], "a seed must not come twice, got 1, 1"),
        (["--keep", "0", "0"], "a condition must not come twice, got 0% kept"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_line(tiny_base, tmp_path, capsys, more, message):
    assert main([*command(tiny_base, tmp_path / "out"), *more]) == 1
    said = capsys.readouterr().err
    assert message in said and said.count("\n") == 1


def test_what_the_command_line_says_becomes_the_preset():
    line = (
        "experiment --preset recorded --out x --keep 0 0.1 --policy accumulate --seeds 7 --last 3 --begin base "
        "--prompts real --repetition-penalty 3 --model folder"
    )
    preset = chosen(line.split())
    assert {condition.policy for condition in preset.conditions} == {"0% kept", "10% kept", "accumulate"}
    assert {condition.decoding.repetition_penalty for condition in preset.conditions} == {3}
    assert (preset.seeds, preset.last, preset.begin, preset.prompts) == ((7,), 3, "base", "real")
    assert (preset.source, preset.revision, preset.name) == ("folder", None, "recorded")


def test_importing_asks_no_network():
    modules = (
        "collapse_lib.__main__, collapse_lib.experiments.language_model.runs, collapse_lib.models.language.pretrained"
    )
    probe = (
        "import socket\ndef fail(*a, **k): raise SystemExit('the network was asked')\n"
        f"socket.socket.connect = socket.getaddrinfo = fail\nimport {modules}"
    )
    assert subprocess.run([sys.executable, "-c", probe], cwd=Path(__file__).parents[3]).returncode == 0
