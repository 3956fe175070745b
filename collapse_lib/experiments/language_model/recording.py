"""The runs on real text that the course ships: `python -m collapse_lib.recorded opt-wikitext`, and opt-classroom.

Their checkpoints lie in `_record/`, where the same command goes on after it was stopped.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from .presets import PRESETS, Preset, keeping, with_policies, with_repetition_penalty
from .runs import TABLE, run

WORK = Path("_record")
PENALTY = 3.0  # that of the paper's released code


def wikitext() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the run that chapter 5 shows, and what it was made with."""
    return _ran(PRESETS["recorded"], WORK / "opt-wikitext")


def choices() -> dict[str, Preset]:
    """Return the classroom preset, and what it becomes when one of the choices that the paper leaves open changes."""
    classroom = PRESETS["classroom"]
    locked = with_policies(classroom, (keeping(0),))
    return {
        "as the preset": classroom,
        "begin from the base": replace(locked, begin="base"),
        "real prompts": replace(locked, prompts="real"),
        "repetition penalty": with_repetition_penalty(locked, PENALTY),
    }


def classroom() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the classroom preset's run and those of `choices`, a column saying which, and what they were made with."""
    found = {name: _ran(preset, WORK / name.replace(" ", "-")) for name, preset in choices().items()}
    table = pd.concat([table.assign(choice=name) for name, (table, _) in found.items()], ignore_index=True)
    return table.drop(columns=[name for name in table if str(name).startswith("bin ")]), found["as the preset"][1]


def _ran(preset: Preset, folder: Path) -> tuple[pd.DataFrame, dict[str, Any]]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    before = len(list(folder.glob("*/generation-*.json")))  # the seconds that are noted are those of this call alone
    table = run(preset, folder)
    return table, json.loads((folder / f"{TABLE}.json").read_text(encoding="utf-8")) | {"finished before": before}
