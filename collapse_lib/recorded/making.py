"""The making of a recorded run: computed, then stored, and stored elsewhere if its folder can no longer be written."""

from __future__ import annotations

import ast
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

from . import FOLDER
from .storing import circumstances, store

EXPERIMENTS = FOLDER.parent / "experiments"
PACKAGES = ("numpy", "pandas", "scipy")


def runs() -> dict[str, tuple[str, str]]:
    """Return the module and the function of each run, by its name. No module is imported: some need torch and more."""
    return {
        name: (".".join(("collapse_lib", *path.relative_to(FOLDER.parent).with_suffix("").parts)), function)
        for path in sorted(EXPERIMENTS.rglob("*.py"))
        for name, function in _records(path).items()
    }


def _records(path: Path) -> dict[str, str]:
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="RECORDS")], value=value):
                found: dict[str, str] = ast.literal_eval(value)
                return found
    return {}


def make_run(name: str, into: Path) -> str:
    """Compute a run, store it in the folder NAME in `into`, and return what to say of it.

    Raises OSError that says where the result is kept if it cannot be written there; else what the run raises.
    """
    begin = time.perf_counter()
    module, function = runs()[name]
    tables, made_with = getattr(import_module(module), function)()
    seconds = round(time.perf_counter() - begin, 1)
    command = f"python -m collapse_lib.recorded {name}"
    told = {**circumstances(PACKAGES), **made_with, "command": command, "seconds": seconds}
    try:
        store(name, tables, told, into)
    except OSError as error:
        raise _kept_elsewhere(name, tables, told, error, into) from error
    rows = ", ".join(f"{len(rows)} rows of {table}" for table, rows in tables.items())
    return f"{rows} written to {into / name} after {seconds} s"


def unfinished(name: str) -> Path | None:
    """Return the folder in which a run that was stopped goes on, if there is one: its module names it WORK."""
    work: Path | None = getattr(sys.modules.get(runs()[name][0]), "WORK", None)
    return work if work is not None and work.is_dir() else None


def _kept_elsewhere(
    name: str, tables: Mapping[str, pd.DataFrame], told: Mapping[str, Any], error: OSError, into: Path
) -> OSError:
    reason = str(error).removeprefix(f"[Errno {error.errno}] ")
    for place in (None, Path.cwd(), Path.home()):
        with suppress(OSError):
            kept = Path(tempfile.mkdtemp(prefix="recorded-", dir=place))
            store(name, tables, told, kept)
            return OSError(f"{reason}. Nothing is lost that was computed: cp -r {kept / name} {into} brings it there")
    return OSError(f"{reason}. Nor could it be written anywhere else, so that it is lost")
