"""A run that is stopped says one sentence and leaves nobody at work; one that fails says why and nothing else."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_lines import command
from process_groups import members, wait_until
from tqdm import tqdm

from collapse_lib.__main__ import STOPPED
from collapse_lib.experiments.language_model import runs

ROOT = Path(__file__).parents[3]
BAR = re.compile(r"(?:Loading weights:)?\s*\d+%\|.*\| \d+/\d+ \[[^]]*\]\s*")
HOW_FAR = re.compile(r"\d+ of \d+ generations(, [\d:]+ left)?")
pytestmark = [
    pytest.mark.usefixtures("text"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="who is alive is read from /proc"),
]


@pytest.fixture
def begun(tiny_base, tmp_path) -> Iterator[subprocess.Popen]:
    """The command at work in `tmp_path`/out, in a process group of its own as a terminal would have it."""
    with open(tmp_path / "errors", "wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "collapse_lib", *command(tiny_base, tmp_path / "out"), "--last", "9"],
            cwd=ROOT, start_new_session=True, stdout=errors, stderr=errors,
        )  # fmt: skip
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def told(folder: Path) -> list[str]:
    """What was said, line by line. A bar of progress is no line, and how far the run is does not count."""
    lines = (folder / "errors").read_text().replace("\r", "\n").splitlines()
    return [line for line in lines if line.strip() and not (BAR.fullmatch(line) or HOW_FAR.fullmatch(line))]


@pytest.mark.parametrize("seconds", [0, 0.5, 3, 300])
@pytest.mark.parametrize("begins", ["", "Loading weights: "])
def test_a_bar_is_known_as_one_however_slow_it_is(tmp_path, begins, seconds):
    bar = tqdm.format_meter(1, 20, seconds, unit="generation", prefix=begins)
    (tmp_path / "errors").write_text(f"\r{bar}\r{bar}\nIt failed.\n{bar} It failed, too.")
    assert told(tmp_path) == ["It failed.", f"{bar} It failed, too."]


def listens(process: subprocess.Popen, folder: Path) -> bool:
    """The command has begun to listen, and loads what it needs."""
    (caught,) = [
        line for line in Path(f"/proc/{process.pid}/status").read_text().splitlines() if line.startswith("SigCgt")
    ]
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


def has_a_worker(process: subprocess.Popen, folder: Path) -> bool:
    return len(members(process.pid)) >= 3  # with what cleans up after them


def has_a_row(process: subprocess.Popen, folder: Path) -> bool:
    return any(folder.glob("*/generation-*.json"))


def by_the_terminal(process: subprocess.Popen) -> int:
    """Ctrl-C, once and again: all processes of the group hear it."""
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.2)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    return 130


def by_kill(process: subprocess.Popen) -> int:
    process.terminate()
    return 143


@pytest.mark.parametrize(
    ("stage", "how"),
    [
        (listens, by_the_terminal),
        (has_a_worker, by_the_terminal),
        (has_a_row, by_the_terminal),
        pytest.param(listens, by_kill, marks=pytest.mark.slow),
        pytest.param(has_a_worker, by_kill, marks=pytest.mark.slow),
        (has_a_row, by_kill),
    ],
)
def test_stopped_at_any_stage_it_says_so_in_a_sentence_and_nobody_is_left_at_work(
    begun, tmp_path, stage, how: Callable
):
    wait_until(lambda: begun.poll() is not None or stage(begun, tmp_path / "out"))
    assert begun.poll() is None, told(tmp_path)
    status = how(begun)
    assert begun.wait(timeout=60) == status
    wait_until(lambda: not members(begun.pid))
    assert told(tmp_path) == [STOPPED]
    assert not list((tmp_path / "out").rglob("*.new"))


def test_stopped_while_the_tables_are_written_it_goes_on(experiment, tmp_path, monkeypatch, capsys):
    assert experiment(tmp_path / "whole") == 0

    def stop(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(runs, "write_tables", stop)
        assert experiment(tmp_path / "out") == 130
    assert capsys.readouterr().err.splitlines()[-1] == STOPPED
    assert experiment(tmp_path / "out") == 0
    assert (tmp_path / "out" / "measures.csv").read_bytes() == (tmp_path / "whole" / "measures.csv").read_bytes()


def test_a_run_that_fails_says_why_and_nothing_of_semaphores(tiny_base, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "run.json").write_text("[]")
    with open(tmp_path / "errors", "wb") as errors:
        done = subprocess.run(
            [sys.executable, "-m", "collapse_lib", *command(tiny_base, out)], cwd=ROOT, stdout=errors, stderr=errors
        )
    (said,) = told(tmp_path)
    assert done.returncode == 1
    assert said.startswith(f"{out / 'run.json'} must hold a JSON object, got a list: delete it")


def test_a_worker_that_is_killed_is_told_with_what_to_do(begun, tmp_path):
    wait_until(lambda: begun.poll() is not None or has_a_row(begun, tmp_path / "out"))
    children = [int(pid) for pid in Path(f"/proc/{begun.pid}/task/{begun.pid}/children").read_text().split()]
    workers = [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(workers[0], signal.SIGKILL)
    assert begun.wait(timeout=60) == 1
    (said,) = told(tmp_path)
    assert said.startswith("a process must live until its work is done, and one did not, as when memory runs out: ")
    wait_until(lambda: not members(begun.pid))
