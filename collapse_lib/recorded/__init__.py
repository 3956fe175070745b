"""Results of long runs: a folder a run, in it tidy tables, how they came about, and the digests of all (`folders`).

`python -m collapse_lib.recorded NAME` makes one anew; see `__main__`.
"""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd

from .. import checks
from . import folders
from .live import fallback

__all__ = ["FOLDER", "fallback", "load", "names", "provenance", "read_run", "tables"]

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Return the recorded runs."""
    return sorted(
        {path.parent.name for path in FOLDER.glob("*/*") if path.name == folders.SUMS or _is_table(path.name)}
    )


def load(name: str, table: str = "measures") -> pd.DataFrame:
    """Return a table of a recorded run.

    Raises FileNotFoundError that names the runs, or the run's tables; ValueError that names a damaged file, and says
    how to get it back.
    """
    files = _files(name)
    if table not in list(files):
        raise FileNotFoundError(f"the table of {name} must be one of {', '.join(files)}, got {table!r}")
    return _table(FOLDER / name, files[table])


def tables(name: str) -> dict[str, pd.DataFrame]:
    """Return every table of a recorded run by its name. Raises what `load` raises."""
    return {table: load(name, table) for table in _files(name)}


def provenance(name: str) -> dict[str, Any]:
    """Return how a recorded run came about: command, data, settings, versions, hardware, date and commit.

    Raises what `load` raises.
    """
    _files(name)
    return _told(FOLDER / name)


def read_run(folder: Path) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return the tables of a run in a folder of its own by their names, and how they came about.

    Raises FileNotFoundError if there are none, ValueError that names a file that is damaged or not there.
    """
    if not (checks.instance(folder, Path, "folder") / folders.SUMS).is_file():
        raise FileNotFoundError(f"{folder} must hold the tables of a run, got no {folders.SUMS} there")
    return {table: _table(folder, file) for table, file in _tables(folder).items()}, _told(folder)


def _table(folder: Path, file: str) -> pd.DataFrame:
    content = folders.content(folder, file)
    text = gzip.decompress(content) if file.endswith(".gz") else content
    # A cell is empty or says what it says: a word may be "None". In parts a column of names might come back as numbers.
    return pd.read_csv(io.BytesIO(text), low_memory=False, keep_default_na=False, na_values=[""])


def _told(folder: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(folders.content(folder, "provenance.json"))
    return result


def _files(name: str) -> dict[str, str]:
    if name not in names():
        raise FileNotFoundError(
            f"the name of a recorded run must be one of {', '.join(names()) or 'none yet'}, got {name!r}"
        )
    return _tables(FOLDER / name)


def _tables(folder: Path) -> dict[str, str]:
    return {file.partition(".")[0]: file for file in sorted(folders.file_names(folder)) if _is_table(file)}


def _is_table(file: str) -> bool:
    return file.endswith((".csv", ".csv.gz"))  # and not .csv.new, which is being written
