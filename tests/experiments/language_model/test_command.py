"""The command goes on where it was killed, loads no network in the process that waits, and asks none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from command_lines import chosen, command
from process_groups import members, wait_until

from collapse_lib.__main__ import main
from collapse_lib.experiments.language_model.lineages import Lineage
from collapse_lib.experiments.language_model.material import Material
from collapse_lib.experiments.replicates import tidy
from collapse_lib.recorded.storing import write_tables

TABLES = ["measures.csv", "survival.csv", "histogram.csv", "continuations.csv"]


pytestmark = pytest.mark.usefixtures("text")


def uninterrupted(arguments: list[str], folder: Path) -> list[bytes]:
    """The measures of the same lineages in this process, without a folder to go on from."""
    preset = chosen(arguments)
    material = Material.of(preset)
    lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
    write_tables(tidy(pd.DataFrame([row for one in lineages for row in one.rows(material)])), {}, folder)
    return [(folder / name).read_bytes() for name in TABLES]


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
    assert not (out / "measures.csv").exists()
    assert main(arguments) == 0
    assert "4 rows of measures in" in capfd.readouterr().out
    assert [(out / name).read_bytes() for name in TABLES] == uninterrupted(arguments, tmp_path / "whole")
    assert not list(out.rglob("*.new"))


def test_the_process_that_waits_for_the_others_loads_no_network(tiny_base, tmp_path):
    run = f"""
import sys
from collapse_lib.__main__ import main

assert main({[*command(tiny_base, tmp_path), "--seeds", "0"]!r}) == 0
assert "torch" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", run], check=True)
    assert (tmp_path / "measures.csv").exists()


def test_importing_asks_no_network():
    modules = (
        "collapse_lib.__main__, collapse_lib.experiments.language_model.runs, collapse_lib.models.language.pretrained"
    )
    probe = (
        "import socket\ndef fail(*a, **k): raise SystemExit('the network was asked')\n"
        f"socket.socket.connect = socket.getaddrinfo = fail\nimport {modules}"
    )
    assert subprocess.run([sys.executable, "-c", probe], cwd=Path(__file__).parents[3]).returncode == 0
