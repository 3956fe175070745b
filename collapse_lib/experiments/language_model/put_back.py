"""Finished lineages from the tables of a run back into its folder, so that a long run can move to another machine.

Checkpoints are large and stay where they were made. So a lineage that is whole moves, and one that is not begins again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ...files import atomic_write
from ..replicates import Tables
from .folders import Folder
from .lineages import Lineage
from .presets import Preset
from .settings import SETTINGS, binding

LINEAGE = ["policy", "decoding", "epochs", "replicate"]


def put_back(tables: Tables, made_with: Mapping[str, Any], preset: Preset, folder: Path) -> list[str]:
    """Write the rows of `tables` that are of whole lineages of `preset` into `folder`; return the names of these.

    `made_with` is the provenance of the tables. Nothing is written if a run is in the folder already.
    """
    if (folder / SETTINGS).exists():
        return []
    back = [one for one in _lineages(preset) if len(_rows(tables["measures"], one)) == preset.last + 1]
    for one in back:
        for row in _noted(tables, one):
            Folder(folder / one.name).note(row)
    if back:
        with atomic_write(folder / SETTINGS) as aside:
            aside.write_text(json.dumps(_settings(made_with, preset), indent=2), encoding="utf-8")
    return [one.name for one in back]


def _lineages(preset: Preset) -> Iterator[Lineage]:
    return (Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds)


def _settings(made_with: Mapping[str, Any], preset: Preset) -> dict[str, Any]:
    now = binding(preset, made_with["digest"])
    return {name: made_with["preset"].get(name, value) for name, value in now.items()}


def _rows(table: pd.DataFrame, lineage: Lineage) -> pd.DataFrame:
    settings = lineage.settings()
    return table[(table[LINEAGE] == [settings[name] for name in LINEAGE]).all(axis=1)]


def _noted(tables: Tables, lineage: Lineage) -> Iterator[dict[str, Any]]:
    """Yield the rows of a lineage as they were noted, the small tables in their cells."""
    small = {name: dict(list(_rows(table, lineage).groupby("generation"))) for name, table in tables.items()}
    measures = small.pop("measures")
    for generation, row in sorted(measures.items()):
        noted = {str(name): row[name].item() for name in row}
        cells = {name: _cell(whose[generation]) for name, whose in small.items()}
        yield {**lineage.settings(), **noted, **cells}


def _cell(rows: pd.DataFrame) -> dict[str, list[Any]]:
    names = [str(name) for name in rows]
    return {name: rows[name].tolist() for name in names[names.index("generation") + 1 :]}
