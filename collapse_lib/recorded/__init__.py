"""Results of long runs, as tables, each with a file beside it that says how it came about.

`python -m collapse_lib.recorded NAME` makes one anew; see `__main__`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent


def load(name: str) -> pd.DataFrame:
    """Return a recorded table. Raises FileNotFoundError that names those that exist."""
    return pd.read_csv(_file(name, "csv"))


def provenance(name: str) -> dict[str, Any]:
    """Return how a recorded table came about: command, data, settings, versions, hardware, date and commit.

    Raises FileNotFoundError that names those that exist.
    """
    result: dict[str, Any] = json.loads(_file(name, "json").read_text(encoding="utf-8"))
    return result


def _file(name: str, suffix: str) -> Path:
    path = FOLDER / f"{name}.{suffix}"
    if not path.is_file():
        names = ", ".join(sorted(path.stem for path in FOLDER.glob("*.csv")))
        raise FileNotFoundError(f"recorded results are {names or 'none yet'}, got {path.name!r}")
    return path
