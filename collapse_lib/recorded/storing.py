"""How a result is recorded: both files written aside and then renamed, so that nobody ever reads half of one."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from ..files import atomic_write


def store(name: str, table: pd.DataFrame, provenance: Mapping[str, Any], folder: Path) -> None:
    """Write `table` to NAME.csv and `provenance` to NAME.json in `folder`, over what was there.

    Raises ValueError for a table without rows, OSError if the folder cannot be written to.
    """
    if table.empty:
        raise ValueError(f"a recorded table must have rows, got {name!r} with none")
    _replace(folder / f"{name}.csv", table.to_csv(index=False, float_format="%.8g", lineterminator="\n"))
    _replace(folder / f"{name}.json", json.dumps(provenance, indent=2, ensure_ascii=False) + "\n")


def _replace(path: Path, text: str) -> None:
    with atomic_write(path) as aside:
        aside.write_text(text, encoding="utf-8", newline="\n")


def circumstances(packages: Sequence[str]) -> dict[str, Any]:
    """Return date, commit, versions of Python and `packages`, and the machine, for a provenance file."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": _commit(),
        "versions": {"python": platform.python_version(), **{name: version(name) for name in packages}},
        "hardware": f"{_processor()}, {os.cpu_count()} cores, {sys.platform}",
    }


def _commit() -> str:
    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=Path(__file__).parent, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", "..")
        return git("rev-parse", "HEAD") + (" with changes to collapse_lib" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown: not a git checkout"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
