"""What a run must hold to once it has begun in a folder: run.json, and the same in every checkpoint."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from ...files import atomic_write, json_object
from .checkpoints import told
from .presets import Preset

SETTINGS = "run.json"
FORM = 4  # the form in which lineages are noted: another one does not go into the same tables
FROM_CHECKPOINT = "delete it, and the same command writes it again from a checkpoint"
FREE = {"conditions", "seeds", "last", "about"}  # may differ: more lineages or generations leave the others alone


def binding(preset: Preset, digest: str) -> dict[str, Any]:
    """Return what is the same for every row of a run, as it comes back from a file; `digest` is the material's."""
    settings = {name: value for name, value in asdict(preset).items() if name not in FREE}
    found: dict[str, Any] = json.loads(json.dumps({**settings, "digest": digest, "rows": FORM}))
    return found


def resolve_preset(preset: Preset, facts: Mapping[str, Any], folder: Path) -> Preset:
    """Return what `agreed` does, and write which run it is into the folder if that does not say so yet.

    Raises as `agreed` does.
    """
    preset = agreed(preset, facts, folder)
    if not (folder / SETTINGS).exists():
        with atomic_write(folder / SETTINGS) as aside:
            aside.write_text(json.dumps(binding(preset, facts["digest"]), indent=2), encoding="utf-8")
    return preset


def agreed(preset: Preset, facts: Mapping[str, Any], folder: Path) -> Preset:
    """Return the preset in the precision of the run in `folder`, which is that of the `facts` when the run begins.

    Raises ValueError that names a setting in which the run in the folder differs, or a damaged file.
    """
    before = _before(folder, binding(preset, facts["digest"]).keys() - {"rows"})
    if preset.precision == "fastest":
        preset = replace(preset, precision=before["precision"] if before else facts["precision"])
    now = binding(preset, facts["digest"])
    for name in ["rows", *now, *sorted(before.keys() - now.keys() - FREE)] if before else ():
        if before.get(name) != now.get(name):
            differs = f"{folder} holds a run with {name} {before.get(name)!r}, got {now.get(name)!r}"
            raise ValueError(f"{differs}: what differs in this needs another folder")
    return preset


def _before(folder: Path, names: Collection[str]) -> dict[str, Any]:
    """Return the settings of the run in `folder`, all `names` among them; none if there is no run yet."""
    if (folder / SETTINGS).exists():
        return json_object(folder / SETTINGS, keys=sorted(names), remedy=FROM_CHECKPOINT)
    for path in sorted(folder.glob("*/*.safetensors")):
        if (found := told(path)) is not None:
            return found
    if any(folder.glob("*/generation-*.json")):
        lacks = f"{folder / SETTINGS} must say which run the rows there are of, got none, and no whole checkpoint"
        raise ValueError(f"{lacks}: put it back, or name another folder")
    return {}
