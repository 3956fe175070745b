"""Where a lineage stands, on disk: written aside and renamed, checked when read, and the one before kept.

A folder per lineage holds `generation-00.json`, ... (the finished rows), `first.safetensors` (generation 0) and
`last.safetensors` (the last generation and the state of its random numbers), with `before.safetensors` in reserve.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from ...files import atomic_write
from ...recursion import Dataset


@dataclass(frozen=True, eq=False)
class Saved:
    """A generation as it is kept: its index, named arrays, and the state of the lineage's random numbers after it."""

    index: int
    arrays: Mapping[str, Dataset]
    random: Mapping[str, Any]


def keep(path: Path, saved: Saved) -> None:
    """Write `saved` to `path`, over what was there. Raises OSError if the disk is full: then nothing has changed."""
    arrays = {name: np.ascontiguousarray(array) for name, array in saved.arrays.items()}
    details = {"index": str(saved.index), "random": json.dumps(saved.random), "digest": _digest(arrays)}
    with atomic_write(path) as aside:
        # Not `save_file`: it writes by itself, and a full disk would not be an OSError.
        aside.write_bytes(save(arrays, details))


def restore(path: Path) -> Saved:
    """Return what was written to `path`. Raises ValueError that names it if it is damaged."""
    try:
        with safe_open(path, framework="numpy") as file:
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            details = file.metadata()
        if details["digest"] != _digest(arrays):
            raise ValueError("its arrays are not those that were written")
        return Saved(int(details["index"]), arrays, json.loads(details["random"]))
    except (SafetensorError, ValueError, KeyError, TypeError, OSError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise ValueError(f"a checkpoint must be whole, got a damaged {path} ({error})") from error


def _digest(arrays: Mapping[str, Dataset]) -> str:
    found = hashlib.sha256()
    for name in sorted(arrays):
        found.update(name.encode() + arrays[name].tobytes())
    return found.hexdigest()


@dataclass(frozen=True)
class Folder:
    """The folder of one lineage."""

    path: Path

    def finish(self, saved: Saved, row: Mapping[str, Any]) -> None:
        """Keep a finished generation: its row first, so that whatever happens next costs at most one generation."""
        self.path.mkdir(parents=True, exist_ok=True)
        with atomic_write(self._row(saved.index)) as aside:
            aside.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        if saved.index == 0:
            keep(self.path / "first.safetensors", saved)
        last = self.path / "last.safetensors"
        if last.exists():
            os.replace(last, self.path / "before.safetensors")
        keep(last, saved)

    def last(self) -> tuple[Saved, list[str]] | None:
        """Return the last generation that is whole, and a complaint for each damaged file that was passed over.

        None if there is none yet. Raises ValueError that names the damaged files if none is whole.
        """
        complaints: list[str] = []
        for name in ("last", "before"):
            try:
                found = restore(self.path / f"{name}.safetensors")
            except FileNotFoundError:
                continue
            except ValueError as error:
                complaints.append(str(error))
                continue
            if complaints:  # or it would take the place of the whole one when the next generation is finished
                os.replace(self.path / "last.safetensors", self.path / "last.damaged")
            return found, complaints
        if complaints:
            raise self._lost("; ".join(complaints))
        return None

    def first(self) -> Saved:
        """Return generation 0. Raises ValueError that names the file if it is damaged or not there."""
        try:
            return restore(self.path / "first.safetensors")
        except (FileNotFoundError, ValueError) as error:
            raise self._lost(str(error)) from error

    def row(self, index: int) -> dict[str, Any]:
        """Return the row of a finished generation. Raises FileNotFoundError if there is none."""
        found: dict[str, Any] = json.loads(self._row(index).read_text(encoding="utf-8"))
        return found

    def finished(self, last: int) -> int:
        """Return how many of the generations 0 .. `last` have a row."""
        return sum(self._row(index).exists() for index in range(last + 1))

    def _lost(self, complaint: str) -> ValueError:
        kept = f"The finished rows are in {self.path}; delete its .safetensors to begin this lineage again"
        return ValueError(f"{complaint}. {kept}")

    def _row(self, index: int) -> Path:
        return self.path / f"generation-{index:02}.json"
