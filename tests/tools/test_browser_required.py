"""Where there is no browser its tests are skipped and say how to get one; where one is required they fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT = """
import sys
sys.path.insert(0, "tools")
import chromium, pytest
chromium.NAMES = chromium.ON_A_MAC = ()
sys.exit(pytest.main(["tests/guesses", "-k", "forgotten or unit", "-rs", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(
    ("options", "outcome", "status"),
    [([], "1 passed, 1 skipped", 0), (["--browser-required"], "1 error", 1)],
)
def test_without_a_browser(options: list[str], outcome: str, status: int) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT, *options], cwd=ROOT, capture_output=True, text=True)
    assert outcome in done.stdout
    assert "Install one and try again: on Debian `sudo apt install chromium`" in " ".join(done.stdout.split())
    assert done.returncode == status


def test_ci_requires_a_browser() -> None:
    assert "make test ARGS=--browser-required" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
