"""Results of long runs: a folder a run, in it tidy tables and a file that says how they came about.

`python -m collapse_lib.recorded NAME` makes one anew; see `__main__`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from .live import fallback

__all__ = ["FOLDER", "fallback", "load", "names", "provenance", "tables"]

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Return the recorded runs."""
    return sorted({path.parent.name for path in FOLDER.glob("*/*") if _holds_table(path)})


def load(name: str, table: str = "measures") -> pd.DataFrame:
    """Return a table of a recorded run. Raises FileNotFoundError that names the runs, or the run's tables."""
    files = _files(name)
    if table not in files:
        raise FileNotFoundError(f"tables of {name} are {', '.join(files)}, got {table!r}")
    return pd.read_csv(files[table], low_memory=False)  # in parts a column of names might come back as numbers


def tables(name: str) -> dict[str, pd.DataFrame]:
    """Return every table of a recorded run by its name. Raises FileNotFoundError that names the runs."""
    return {table: load(name, table) for table in _files(name)}


def provenance(name: str) -> dict[str, Any]:
    """Return how a recorded run came about: command, data, settings, versions, hardware, date and commit.

    Raises FileNotFoundError that names the runs.
    """
    _files(name)
    result: dict[str, Any] = json.loads((FOLDER / name / "provenance.json").read_text(encoding="utf-8"))
    return result


def _files(name: str) -> dict[str, Path]:
    if name not in names():
        raise FileNotFoundError(f"recorded runs are {', '.join(names()) or 'none yet'}, got {name!r}")
    return {path.name.partition(".")[0]: path for path in sorted((FOLDER / name).glob("*")) if _holds_table(path)}


def _holds_table(path: Path) -> bool:
    return path.name.endswith((".csv", ".csv.gz"))  # and not .csv.new, which is being written
