"""Make a recorded result anew: `python -m collapse_lib.recorded vocabulary [--into FOLDER]`.

To add one, name in `RUNS` a module and its function that returns a table and what it was made with.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from . import FOLDER
from .storing import circumstances, store

RUNS = {
    "vocabulary": ("collapse_lib.experiments.bigrams", "record"),
    "opt-embedded": ("collapse_lib.experiments.toy_language_model.runs", "record"),
    "opt-wikitext": ("collapse_lib.experiments.language_model.recording", "wikitext"),
    "opt-classroom": ("collapse_lib.experiments.language_model.recording", "classroom"),
    "mixtures": ("collapse_lib.experiments.mixtures.runs", "record"),
    "images": ("collapse_lib.experiments.digits.runs", "record"),
    "image-cures": ("collapse_lib.experiments.digits.runs", "record_cures"),
    "image-errors": ("collapse_lib.experiments.digits.errors", "record"),
    "rare-digit": ("collapse_lib.experiments.digits.runs", "record_rare"),
}
PACKAGES = ("numpy", "pandas", "scipy")


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line names and store it; 1 and a message if its data are missing."""
    parser = argparse.ArgumentParser(prog="python -m collapse_lib.recorded", description="Make a recorded result anew.")
    parser.add_argument("name", choices=RUNS)
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder to write to (default: the library's own)")
    chosen = parser.parse_args(arguments)
    begin = time.perf_counter()
    try:
        module, function = RUNS[chosen.name]
        table, made_with = getattr(import_module(module), function)()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    seconds = round(time.perf_counter() - begin, 1)
    command = f"python -m collapse_lib.recorded {chosen.name}"
    details = {**circumstances(PACKAGES), **made_with, "command": command, "seconds": seconds}
    store(chosen.name, table, details, chosen.into)
    print(f"{len(table)} rows written to {chosen.into / chosen.name}.csv after {seconds} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
