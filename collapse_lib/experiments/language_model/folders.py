"""The folder of a lineage: what is finished of it, and where it stands.

It holds `generation-00.json`, ... (the finished rows), `first.safetensors` (generation 0) and `last.safetensors` (the
last generation and the state of its random numbers), with `before.safetensors` in reserve.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from ...files import atomic_write, json_object
from .checkpoints import Saved, keep, restore

AGAIN = "delete it, and the same command computes it again"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Folder:
    """The folder of one lineage, which bears its name."""

    path: Path

    def finish(self, saved: Saved, row: Row) -> None:
        """Keep a finished generation: its row first, so that whatever happens next costs at most one generation."""
        self.note(row)
        if saved.index == 0:
            keep(self._checkpoint("first"), saved)
        if self._checkpoint("last").exists():
            os.replace(self._checkpoint("last"), self._checkpoint("before"))
        keep(self._checkpoint("last"), saved)

    def note(self, row: Row) -> None:
        """Keep the row of a finished generation."""
        self.path.mkdir(parents=True, exist_ok=True)
        with atomic_write(self._row(row["generation"])) as aside:
            aside.write_text(json.dumps({**row, "digest": self._digest(row)}, ensure_ascii=False), encoding="utf-8")

    def finished(self) -> int:
        """Return how many generations, from 0 on and without a gap, have a row."""
        return sum(1 for _ in takewhile(lambda index: os.path.exists(self._row(index)), count()))

    def row(self, index: int) -> dict[str, Any]:
        """Return the row of a finished generation. Raises FileNotFoundError, ValueError that names a damaged one."""
        path = self._row(index)
        row = json_object(path, remedy=AGAIN)
        if row.pop("digest", None) != self._digest(row) or row.get("generation") != index:
            raise ValueError(f"{path} must hold the row that was written there, got another: {AGAIN}")
        return row

    def stand(self, settings: Mapping[str, Any]) -> tuple[Saved, list[str]] | None:
        """Return where to go on: the last whole generation up to which no row is missing, None if there is none yet.

        With it comes a complaint for each file that is damaged or missing. `settings` are those of the run.

        Raises ValueError that names the damaged checkpoints, or those of another run, if that would cost more than
        one generation.
        """
        complaints: list[str] = []
        finished = self.finished()
        for name in ("last", "before", "first"):
            try:
                found = self._restore(name, settings)
            except FileNotFoundError:
                continue
            except ValueError as error:
                complaints.append(str(error))
                continue
            if found.index >= finished:  # a row was deleted
                continue
            if complaints and name == "first" and finished > 2:
                break
            if complaints and self._checkpoint("last").exists():  # or it would soon take the whole one's place
                os.replace(self._checkpoint("last"), self.path / "last.damaged")
            return found, complaints
        if complaints:
            raise self._lost("; ".join(complaints))
        return None

    def first(self, settings: Mapping[str, Any]) -> Saved:
        """Return generation 0. Raises ValueError that names the file if it is damaged or not there."""
        try:
            return self._restore("first", settings)
        except (FileNotFoundError, ValueError) as error:
            raise self._lost(str(error)) from error

    def sweep(self) -> None:
        """Remove what a process was writing when it died."""
        for aside in self.path.glob("*.new"):
            if not aside.is_dir():
                aside.unlink()

    def _restore(self, name: str, settings: Mapping[str, Any]) -> Saved:
        path = self._checkpoint(name)
        found = restore(path)
        if (found.settings, found.lineage) != (settings, self.path.name) or (name == "first" and found.index):
            raise ValueError(f"a checkpoint must be of this run and lineage, got a damaged or another one in {path}")
        return found

    def _lost(self, complaint: str) -> ValueError:
        kept = f"The finished rows are in {self.path}; delete its .safetensors to begin this lineage again"
        return ValueError(f"{complaint}. {kept}")

    def _digest(self, row: Row) -> str:
        """Return a fingerprint of a row of this lineage."""
        return hashlib.sha256(json.dumps([self.path.name, row]).encode()).hexdigest()

    def _row(self, index: int) -> Path:
        return self.path / f"generation-{index:02}.json"

    def _checkpoint(self, name: str) -> Path:
        return self.path / f"{name}.safetensors"
