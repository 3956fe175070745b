"""Finished lineages from the tables of a run back into its folder, so that a long run can move to another machine.

Checkpoints are large and stay where they were made. So a lineage that is whole moves, and one that is not begins again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ... import recorded
from ...files import atomic_write
from ..replicates import Tables
from .folders import Folder
from .holding import held
from .lineages import Lineage
from .presets import Preset
from .settings import FORM, SETTINGS, binding


def put_back(source: Path, preset: Preset, folder: Path) -> list[str]:
    """Write what the tables in `source` have of whole lineages of `preset` into `folder`; return the names of these.

    Nothing is written if there is anything of a run in the folder already.

    Raises ValueError if the tables are damaged or of another form, RuntimeError if another process holds the folder,
    OSError if it cannot be written to.
    """
    if (folder / SETTINGS).exists() or any(folder.glob("*/*")):
        return []
    tables, made_with = recorded.read_run(source)
    if made_with.get("rows") != FORM:
        raise ValueError(f"the tables in {source} must be of the form {FORM}, got {made_with.get('rows')}")
    lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
    rows = {one.name: noted for one in lineages if (noted := _noted(tables, one))}
    if rows:
        with held(folder):
            for name, noted in rows.items():
                for row in noted:
                    Folder(folder / name).note(row)
            with atomic_write(folder / SETTINGS) as aside:
                aside.write_text(json.dumps(_settings(made_with, preset), indent=2), encoding="utf-8")
    return list(rows)


def _settings(made_with: Mapping[str, Any], preset: Preset) -> dict[str, Any]:
    now = binding(preset, made_with["digest"])
    return {name: made_with["preset"].get(name, value) for name, value in now.items()}


def _noted(tables: Tables, lineage: Lineage) -> list[dict[str, Any]]:
    """Return the rows of a lineage as they were noted, the small tables in their cells; none if it is not whole."""
    parts = {name: _of(table, lineage) for name, table in tables.items()}
    measures = parts.pop("measures").sort_values("generation")
    if measures["generation"].tolist() != [*range(lineage.preset.last + 1)]:
        return []
    return [
        {**{str(name): row[name].item() for name in row}, **{name: _cell(part, index) for name, part in parts.items()}}
        for index, row in measures.groupby("generation")
    ]


def _of(table: pd.DataFrame, lineage: Lineage) -> pd.DataFrame:
    settings = lineage.settings()
    return table[(table[[*settings]] == [*settings.values()]).all(axis=1)]


def _cell(part: pd.DataFrame, generation: Any) -> dict[str, list[Any]]:
    rows, names = part[part["generation"] == generation], [str(name) for name in part]
    return {name: rows[name].tolist() for name in names[names.index("generation") + 1 :]}
