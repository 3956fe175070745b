"""How far a run is and how long it still takes: a bar on a terminal; lines in a file, a log and a notebook."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, time
from typing import Self

from tqdm import tqdm

from .costs import Rates, Stand, remaining
from .folders import Folder
from .lineages import Lineage
from .watching import noted

PAUSE = 30  # seconds between two lines
BAR = "{l_bar}{bar}| {n_fmt}/{total_fmt} generations [{elapsed}{postfix}]"


class Progress:
    """What is said of the lineages in `folder` while `workers` of them are at work and leave `notes`.

    The time left rests on the generations that were finished in this call: there is none before the first. What it
    takes to begin, as to load the network, is in neither.
    """

    def __init__(self, lineages: Sequence[Lineage], folder: Path, notes: Path, workers: int) -> None:
        self.lineages, self.folder, self.notes, self.workers = lineages, folder, notes, workers
        self.last, self.written = lineages[0].preset.last, lineages[0].preset.written
        self.total = len(lineages) * (self.last + 1)
        self.said, self.at = -1, -float(PAUSE)

    def __enter__(self) -> Self:
        self.bar = tqdm(total=self.total, bar_format=BAR, disable=None)
        self.look()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.close()

    def look(self) -> None:
        """Look at how far the lineages are, and say it where something is new."""
        finished = sum(stand.finished for stand in self._stands()[0])
        told = self.time_left()
        if not self.bar.disable:
            self.bar.set_postfix_str(told, refresh=False)
            self.bar.update(finished - self.bar.n)
            self.bar.refresh()
        elif finished != self.said and (finished == self.total or monotonic() - self.at >= PAUSE):
            print(f"{finished} of {self.total} generations{told and f', {told}'}", file=sys.stderr, flush=True)
            self.said, self.at = finished, monotonic()

    def time_left(self) -> str:
        """Return how long all lineages together still take, as "12:30 left", and nothing if that is not known."""
        seconds = self.seconds_left()
        return "" if seconds is None else f"{tqdm.format_interval(seconds)} left"

    def seconds_left(self) -> float | None:
        """Return the same in seconds; None if nothing was finished in this call yet."""
        stands, rates = self._stands()
        if rates is None:
            return None
        return remaining(stands, rates, last=self.last, written=self.written, workers=self.workers, now=time())

    def _stands(self) -> tuple[list[Stand], Rates | None]:
        stands, spent = [], []
        for one in self.lineages:
            since, some = noted(self.notes / one.name, one.condition)
            finished = min(Folder(self.folder / one.name).finished(), self.last + 1)
            stands.append(Stand(one.condition, finished, since if finished <= self.last else None))
            spent += some
        return stands, Rates.of(spent)
