"""Make recorded runs anew: `python -m collapse_lib.recorded vocabulary [--into FOLDER]`, or all with `--all`.

A module of `experiments` says in `RECORDS` which runs it records, and which of its functions returns their tables and
what they were made with. To add a run, say so there.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

from ..files import said
from . import FOLDER
from .making import make_run, runs, unfinished
from .places import try_folder

EXPECTED = (ImportError, OSError, RuntimeError, ValueError)  # these say themselves what is missing
INTERRUPTED = 130  # the exit status after Ctrl-C, as shells have it


def main(arguments: list[str] | None = None) -> int:
    """Record what the command line names; 1 and a message for what cannot be recorded, 130 and one after Ctrl-C."""
    chosen = _parsed(arguments)
    try:
        for name in chosen.names:
            try_folder(chosen.into / name)  # now, and not after the hours that it takes
    except OSError as error:
        print(said(error), file=sys.stderr)
        return 1
    failed: list[str] = []
    for place, name in enumerate(chosen.names):
        try:
            if not _recorded(name, chosen.into):
                failed.append(name)
        except KeyboardInterrupt:
            print(f"stopped in {name}: {_still(name, chosen, failed + chosen.names[place:])}", file=sys.stderr)
            return INTERRUPTED
    if failed and len(chosen.names) > 1:
        print(f"{len(failed)} of {len(chosen.names)} runs failed. {_command(chosen, failed)}", file=sys.stderr)
    return 1 if failed else 0


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m collapse_lib.recorded", description="Make recorded runs anew.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"one or more of {', '.join(runs())}")
    parser.add_argument("--all", action="store_true", help="every run, one after the other: hours")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder to write to (default: the library's own)")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.names if name not in runs()]:
        parser.error(f"runs are {', '.join(runs())}, got {', '.join(unknown)}")
    if chosen.all == bool(chosen.names):
        parser.error("name the runs, or say --all")
    chosen.names = list(runs() if chosen.all else dict.fromkeys(chosen.names))
    return chosen


def _recorded(name: str, into: Path) -> bool:
    """Record one run and say so, or say why not: the runs after it do not wait for it to be mended."""
    try:
        print(make_run(name, into), flush=True)
    except EXPECTED as error:
        print(f"{name} is not recorded: {error}", file=sys.stderr)
    except Exception:
        print(f"{name} is not recorded, for a fault in the library:", file=sys.stderr)
        traceback.print_exc()
    else:
        return True
    return False


def _still(name: str, chosen: argparse.Namespace, left: list[str]) -> str:
    kept = f"; what {name} has finished is kept in {work}" if (work := unfinished(name)) else ""
    return f"what is recorded in {chosen.into} is whole{kept}. {_command(chosen, left)}"


def _command(chosen: argparse.Namespace, names: list[str]) -> str:
    """Return how to record what is left."""
    into = "" if chosen.into == FOLDER else f" --into {chosen.into}"
    return f"To record what is left: python -m collapse_lib.recorded {' '.join(names)}{into}"


if __name__ == "__main__":
    sys.exit(main())
