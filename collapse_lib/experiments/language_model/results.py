"""The tables of a run in its folder, and what they were made with."""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...files import json_object
from ...recorded.storing import PROVENANCE, circumstances, write_tables
from ..replicates import Tables
from .presets import Preset
from .settings import FORM

TOLD = ("weights", "real blocks", "test blocks", "perplexity before tuning", "digest", "device")
SAME = ("preset", "seed", "digest")  # in what two runs with equal tables are the same run


def provenance(preset: Preset, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a run was made with, the `facts` of its material among it, as it comes back from a file.

    `model` is what the network's folder says of it, where it says something.
    """
    made_with = {
        "command": f"python -m collapse_lib experiment --preset {preset.name} --out DIR",
        "preset": {**asdict(preset), "conditions": [str(condition) for condition in preset.conditions]},
        "seed": list(preset.seeds),
        "rows": FORM,
        **{name: facts[name] for name in TOLD},
        **({"model": facts["model"]} if facts["model"] else {}),
        "threads": os.environ.get("OMP_NUM_THREADS", "as torch chooses"),
        **circumstances(("numpy", "pandas", "torch", "transformers", "tokenizers")),
    }
    found: dict[str, Any] = json.loads(json.dumps(made_with))
    return found


def read_provenance(folder: Path) -> dict[str, Any]:
    """Return what the tables in `folder` were made with. Raises ValueError that names the file if it is damaged."""
    remedy = "delete it, and the same command writes it again, with a new date"
    return json_object(folder / PROVENANCE, keys=SAME, remedy=remedy)


def stand(tables: Tables, made_with: Mapping[str, Any], folder: Path) -> bool:
    """Return whether these tables of this run stand in `folder`, and nothing must be written.

    Raises ValueError that names the provenance if it is damaged.
    """
    if not (folder / PROVENANCE).exists():
        return False
    before = read_provenance(folder)
    with TemporaryDirectory() as aside:
        write_tables(tables, {}, Path(aside))
        names = [path.name for path in Path(aside).glob("*.csv*")]
        _, other, missing = filecmp.cmpfiles(aside, folder, names, shallow=False)
    return not other and not missing and all(before.get(name) == made_with[name] for name in SAME)
