"""How a run is recorded: its tables as files, beside them what they were made with, all written as a whole."""

from __future__ import annotations

import csv
import gzip
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from . import folders

PROVENANCE = "provenance.json"
LONG = 5_000  # rows; a table with more is packed


def store(name: str, tables: Mapping[str, pd.DataFrame], provenance: Mapping[str, Any], folder: Path) -> None:
    """Write a run to the folder NAME in `folder`, as `write_tables` does; tables that it no longer has go."""
    write_tables(tables, provenance, folder / name)
    kept = folders.file_names(folder / name)
    for path in (folder / name).glob("*.csv*"):
        if path.name not in kept:
            path.unlink()


def write_tables(tables: Mapping[str, pd.DataFrame], provenance: Mapping[str, Any], folder: Path) -> None:
    """Write each table to TABLE.csv in `folder`, a long one packed as TABLE.csv.gz, and `provenance` beside them.

    They take the place of what was there all together; see `folders`.

    Raises ValueError for a table without rows, OSError if the folder cannot be written to.
    """
    for table, rows in tables.items():
        if rows.empty:
            raise ValueError(f"a recorded table must have rows, got {table!r} with none")
    files = {_file(table, rows): _packed(rows) for table, rows in tables.items()}
    told = json.dumps(provenance, indent=2, ensure_ascii=False) + "\n"
    folders.replace_run(folder, {**files, PROVENANCE: told.encode()})
    for name in files:
        (folder / _other(name)).unlink(missing_ok=True)


def _file(table: str, rows: pd.DataFrame) -> str:
    return f"{table}.csv{'.gz' if len(rows) > LONG else ''}"


def _other(name: str) -> str:
    """Return what the file of a table would be called if it were packed and is not, or the other way."""
    return name.removesuffix(".gz") if name.endswith(".gz") else f"{name}.gz"


def _packed(rows: pd.DataFrame) -> bytes:
    text = rows.to_csv(index=False, float_format="%.8g", lineterminator="\n", quoting=_quoting(rows)).encode()
    return gzip.compress(text, mtime=0) if len(rows) > LONG else text  # without the time equal rows are equal bytes


def _quoting(rows: pd.DataFrame) -> Literal[0, 2]:
    """Return how to quote cells: all texts if one holds a carriage return, which is not quoted but ends a line."""
    texts = rows.select_dtypes(exclude="number")
    held = any(texts[name].astype(str).str.contains("\r").any() for name in texts)
    return csv.QUOTE_NONNUMERIC if held else csv.QUOTE_MINIMAL


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
        results = (f":(exclude)*/{name}" for name in ("*.csv*", PROVENANCE, folders.SUMS))
        changed = git("status", "--porcelain", "--", "..", *results)
        return git("rev-parse", "HEAD") + (" with changes to collapse_lib" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown: not a git checkout"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
