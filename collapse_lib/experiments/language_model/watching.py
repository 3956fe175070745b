"""A lineage whose generations are timed while it lives: what it spends is noted aside, line by line, for who waits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from time import perf_counter, time
from typing import Any

import numpy as np

from ...recursion import Dataset
from .conditions import Condition
from .costs import Spent
from .lineages import Lineage
from .material import Material


@dataclass
class Clock:
    """Seconds of fits and of writing, and rows written, since it was last read; `blocks` that a lineage learns."""

    blocks: int = 0
    fit: float = 0
    writing: float = 0
    rows: int = 0
    begun: float = 0

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Add the seconds of the block to `what`."""
        before = perf_counter()
        yield
        setattr(self, what, getattr(self, what) + perf_counter() - before)

    def read(self) -> dict[str, float]:
        """Return what a `Spent` is made of, and begin anew."""
        now = perf_counter()
        parts = {"blocks": self.blocks, "fit": self.fit, "writing": self.writing, "rows": self.rows}
        rest = now - self.begun - self.fit - self.writing
        self.fit, self.writing, self.rows, self.begun = 0, 0, 0, now
        return {**parts, "rest": rest}


def timed(model: Any, clock: Clock) -> Any:
    """Return the model, whose fits and samples, and those of what comes of it, run on the clock."""
    kind = type(model)

    def fit(self: Any, data: Dataset, *, rng: np.random.Generator) -> Any:
        with clock.during("fit"):
            return kind.fit(self, data, rng=rng)

    def sample(self: Any, size: int, *, rng: np.random.Generator) -> Dataset:
        clock.rows += size
        with clock.during("writing"):
            rows: Dataset = kind.sample(self, size, rng=rng)
        return rows

    watched = type(kind.__name__, (kind,), {"fit": fit, "sample": sample})
    return watched(**{each.name: getattr(model, each.name) for each in fields(model)})


@dataclass(frozen=True)
class Watched(Lineage):
    """A lineage that is timed."""

    clock: Clock = field(default_factory=Clock, compare=False)

    def model(self, material: Material, real: Dataset) -> Any:
        """Return the network that the lineage starts from, on the clock."""
        self.clock.blocks = len(real)
        return timed(super().model(material, real), self.clock)


def live(lineage: Lineage, material: Material, folder: Path, notes: Path) -> None:
    """Finish a lineage in `folder`, and say in a file of `notes` when it began and what each generation spent."""
    watched = Watched(lineage.preset, lineage.condition, lineage.seed)
    with open(notes / lineage.name, "a", encoding="utf-8") as file:

        def note(**spent: float) -> None:
            with suppress(OSError):  # a full disk there is no reason to end a night's work
                file.write(json.dumps({"at": time(), **spent}) + "\n")
                file.flush()

        note()
        watched.clock.read()
        for _ in watched.rows(material, folder):
            if watched.clock.rows:  # a row that is finished is read, and costs nothing
                note(**watched.clock.read())


def noted(path: Path, condition: Condition) -> tuple[float | None, list[Spent]]:
    """Return when the present generation began, as `time.time` has it, and what those before it spent."""
    if not path.exists():
        return None, []
    whole = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.endswith("\n")]
    found = [json.loads(line) for line in whole]
    times = [line.pop("at") for line in found]
    return (times[-1] if times else None), [Spent(condition, **line) for line in found if line]
