"""What a run would cost here, in time, memory and disk: measured in small, and nothing of it is begun or written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tqdm import tqdm

from .costs import Stand, remaining
from .folders import Folder
from .lineages import Lineage
from .policies import ACCUMULATE
from .presets import Preset
from .processes import processes
from .rehearsal import Rehearsal, rehearse
from .settings import agreed


@dataclass(frozen=True)
class Costs:
    """What a run costs from where it stands: `seconds`; bytes of `memory`, on a graphics `card`, and of `disk` in all.

    `finished` of its `generations` are there already.
    """

    lineages: int
    generations: int
    finished: int
    workers: int
    seconds: float
    memory: int
    card: int
    disk: int

    def __str__(self) -> str:
        card = f", and {_size(self.card)} on the graphics card" if self.card else ""
        return "\n".join(
            [
                f"Lineages: {self.lineages}. Generations: {self.generations}, of them finished: {self.finished}.",
                f"Time: about {tqdm.format_interval(self.seconds)}, {self.workers} side by side.",
                f"Memory: about {_size(self.memory)} at its peak{card}.",
                f"Disk: about {_size(self.disk)} when all is finished.",
                "Nothing of the run was begun or written.",
            ]
        )


def reckoned(preset: Preset, folder: Path, *, workers: int | None = None) -> Costs:
    """Return what `runs.run` with the same arguments would cost on this machine as it is now.

    One process is measured alone: several that wait for one memory are slower than that, by how much is not counted.

    Raises ValueError if the folder holds a run of other settings, FileNotFoundError if text or network are not at hand.
    """
    begin = perf_counter()
    with processes(1) as pool:
        found = pool.submit(rehearse, preset).result()
        beginning = perf_counter() - begin - found.seconds
    agreed(preset, found.facts, folder)
    lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
    done = [min(Folder(folder / one.name).finished(), preset.last + 1) for one in lineages]
    stands = [Stand(one.condition, finished) for one, finished in zip(lineages, done, strict=True)]
    cores = 1 if found.facts["device"] == "cuda" else os.cpu_count() or 1
    at_once = min(workers or cores, len(lineages))
    seconds = remaining(
        stands, found.rates, last=preset.last, written=preset.written, workers=at_once, now=0, late=beginning
    )
    return Costs(
        len(lineages), len(lineages) * (preset.last + 1), sum(done), at_once, seconds + beginning,
        at_once * found.memory, at_once * found.card, disk(preset, found),
    )  # fmt: skip


def disk(preset: Preset, found: Rehearsal) -> int:
    """Return the bytes of a finished run: of each lineage three checkpoints (first, last, the one before), and rows."""
    blocks, last = found.rates.blocks, preset.last
    indices = [0, last, *([last - 1] if last else [])]
    total = 0
    for condition in preset.conditions:
        for index in indices:
            corpus = blocks * (index + 1) if condition.policy == ACCUMULATE else blocks
            total += found.weights + (blocks + corpus) * found.block
        total += (last + 1) * found.row
    return total * len(preset.seeds)


def _size(number: float) -> str:
    return tqdm.format_sizeof(number, "B", 1000)
