"""How a run is recorded: its files written aside and then renamed, so that nobody ever reads half of one."""

from __future__ import annotations

import csv
import gzip
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from ..files import atomic_write

PROVENANCE = "provenance.json"
LONG = 5_000  # rows; a table with more is packed


def store(name: str, tables: Mapping[str, pd.DataFrame], provenance: Mapping[str, Any], folder: Path) -> None:
    """Write a run to the folder NAME in `folder`, as `write_tables` does; tables that it no longer has go."""
    write_tables(tables, provenance, folder / name)
    for path in (folder / name).glob("*.csv*"):
        if path.name.partition(".")[0] not in tables:
            path.unlink()


def write_tables(tables: Mapping[str, pd.DataFrame], provenance: Mapping[str, Any], folder: Path) -> None:
    """Write each table to TABLE.csv in `folder`, a long one packed as TABLE.csv.gz, and `provenance` beside them.

    All are written aside before the first takes its place, over what was there; the provenance comes last.

    Raises ValueError for a table without rows, OSError if the folder cannot be written to.
    """
    for table, rows in tables.items():
        if rows.empty:
            raise ValueError(f"a recorded table must have rows, got {table!r} with none")
    folder.mkdir(parents=True, exist_ok=True)
    files = {_path(folder, table, rows): _packed(rows) for table, rows in tables.items()}
    told = json.dumps(provenance, indent=2, ensure_ascii=False) + "\n"
    with ExitStack() as stack:  # whose last comes first
        for path, content in {folder / PROVENANCE: told.encode(), **files}.items():
            stack.enter_context(atomic_write(path)).write_bytes(content)
    for path in files:
        _other(path).unlink(missing_ok=True)


def _path(folder: Path, table: str, rows: pd.DataFrame) -> Path:
    return folder / f"{table}.csv{'.gz' if len(rows) > LONG else ''}"


def _other(path: Path) -> Path:
    """Return where a table would be if it were packed and is not, or the other way."""
    return path.with_suffix("") if path.suffix == ".gz" else path.with_name(f"{path.name}.gz")


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
        changed = git("status", "--porcelain", "--", "..", ":(exclude)*/*.csv*", f":(exclude)*/{PROVENANCE}")
        return git("rev-parse", "HEAD") + (" with changes to collapse_lib" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown: not a git checkout"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
