"""The runs on real text that the course ships: `python -m collapse_lib.recorded opt-wikitext`, and opt-classroom.

Their checkpoints lie in `_record/`, where the same command goes on after it was stopped.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..replicates import Tables, stacked
from .policies import REPLACE
from .presets import PRESETS, Preset, with_repetition_penalty
from .results import read_provenance
from .runs import run
from .sweeps import swept

RECORDS = {"opt-wikitext": "wikitext", "opt-classroom": "classroom"}
WORK = Path("_record")
PENALTY = 3.0  # that of the paper's released code


def wikitext() -> tuple[Tables, dict[str, Any]]:
    """Return the run that chapter 5 shows, and what it was made with."""
    return _ran(PRESETS["recorded"], WORK / "opt-wikitext")


def choices() -> dict[str, Preset]:
    """Return the classroom preset, and what it becomes when one of the choices that the paper leaves open changes."""
    classroom = PRESETS["classroom"]
    locked = swept(classroom, (REPLACE,))
    return {
        "as the preset": classroom,
        "begin from the base": replace(locked, begin="base"),
        "real prompts": replace(locked, prompts="real"),
        "repetition penalty": with_repetition_penalty(locked, PENALTY),
    }


def classroom() -> tuple[Tables, dict[str, Any]]:
    """Return the classroom preset's run and those of `choices`, a column saying which, and what they were made with."""
    found = {name: _ran(preset, WORK / name.replace(" ", "-")) for name, preset in choices().items()}
    tables = stacked(_chosen(tables, name) for name, (tables, _) in found.items())
    del tables["histogram"]
    return tables, found["as the preset"][1]


def _chosen(tables: Tables, choice: str) -> Tables:
    for table in tables.values():
        table.insert(0, "choice", choice)
    return tables


def _ran(preset: Preset, folder: Path) -> tuple[Tables, dict[str, Any]]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    before = len(list(folder.glob("*/generation-*.json")))  # the seconds that are noted are those of this call alone
    tables = run(preset, folder)
    return tables, read_provenance(folder) | {"finished before": before}
