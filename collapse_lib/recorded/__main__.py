"""Make a recorded run anew: `python -m collapse_lib.recorded vocabulary [--into FOLDER]`, or all with `--all`.

A module of `experiments` says in `RECORDS` which runs it records, and which of its functions returns their tables and
what they were made with. To add a run, say so there.
"""

from __future__ import annotations

import argparse
import ast
import sys
import time
from importlib import import_module
from pathlib import Path

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


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line names and store it; 1 and a message if its data are missing."""
    parser = argparse.ArgumentParser(prog="python -m collapse_lib.recorded", description="Make a recorded run anew.")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", choices=runs())
    which.add_argument("--all", action="store_true", help="every run, one after the other: hours")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder to write to (default: the library's own)")
    chosen = parser.parse_args(arguments)
    try:
        for name in runs() if chosen.all else [chosen.name]:
            _make(name, chosen.into)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _make(name: str, into: Path) -> None:
    begin = time.perf_counter()
    module, function = runs()[name]
    tables, made_with = getattr(import_module(module), function)()
    seconds = round(time.perf_counter() - begin, 1)
    command = f"python -m collapse_lib.recorded {name}"
    store(name, tables, {**circumstances(PACKAGES), **made_with, "command": command, "seconds": seconds}, into)
    rows = ", ".join(f"{len(rows)} rows of {table}" for table, rows in tables.items())
    print(f"{rows} written to {into / name} after {seconds} s")


if __name__ == "__main__":
    sys.exit(main())
