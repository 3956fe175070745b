"""`make test` leaves the slow gates out; `make test-all` runs them, and a gate that did not run has failed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GATE = """
import pytest

@pytest.mark.slow
def test_gate():
    pytest.skip("no Python 3.13")

@pytest.mark.slow
@pytest.mark.xfail
def test_known():
    assert False

def test_quick():
    pass
"""


def ran(options: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a skipped gate, a gate that is known to fail and a quick test with our settings."""
    (folder / "test_some.py").write_text(GATE, encoding="utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider"]
    paths = os.pathsep.join(str(ROOT / path) for path in (".", "tests/support", "tools"))
    command = [sys.executable, "-m", "pytest", *settings, *options, str(folder / "test_some.py")]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("options", "outcome", "status"),
    [
        ([], "1 passed, 2 deselected", 0),
        (["-m", "slow or not slow"], "1 passed, 1 skipped, 1 xfailed", 0),
        (["-m", "slow or not slow", "--gates-required"], "1 failed, 1 passed, 1 xfailed", 1),
    ],
)
def test_a_gate(options: list[str], outcome: str, status: int, tmp_path: Path) -> None:
    done = ran(options, tmp_path)
    assert (outcome in done.stdout, done.returncode) == (True, status), done.stdout + done.stderr
    assert ("no Python 3.13" in done.stdout) == bool(options)


def test_make_test_all_runs_every_test_and_requires_the_gates() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (command,) = re.findall(r"^test-all: .*\n\t(.+)$", makefile, re.MULTILINE)
    assert '-m "slow or not slow" --gates-required' in command
