"""A whole run: every condition and seed of a preset, in a folder that can be left at any moment and taken up again."""

from __future__ import annotations

import os
import sys
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from ...files import said
from ...metrics import perplexity
from ...recorded.storing import write_tables
from ..replicates import Tables, tidy
from .folders import Folder
from .holding import held
from .lineages import Lineage
from .material import Material
from .presets import Preset
from .processes import processes
from .progress import Progress
from .results import provenance, stand
from .settings import SETTINGS, resolve_preset
from .watching import live


def run(preset: Preset, folder: Path, *, workers: int | None = None) -> Tables:
    """Return what is noted, by condition, seed (`replicate`) and generation, and write it to tables in `folder`.

    What is finished in the folder is not done again, and where all is finished nothing is locked or written. `workers`
    lineages are run side by side: one per core if it is None, and one on a graphics card. They have processes of their
    own, and this one never loads a network.

    Raises RuntimeError if another process is at work in the folder, ValueError if it holds a run of other settings or a
    damaged file, OSError if the folder cannot be written to, FileNotFoundError if text or network are not at hand.
    """
    cores = os.cpu_count() or 1
    lineages = _lineages(preset)
    finished = os.path.exists(folder / SETTINGS) and not _unfinished(lineages, folder)
    _rows(lineages, folder)  # what is damaged is said before hours of work
    with ExitStack() as hold:
        if not finished:
            hold.enter_context(held(folder, lineages))
        with processes(min(workers or cores, len(lineages))) as pool:
            facts = pool.submit(_facts, preset).result()
            preset = resolve_preset(preset, facts, folder)
            _work(_lineages(preset), folder, pool, workers or (1 if facts["device"] == "cuda" else cores))
        tables, made_with = tidy(pd.DataFrame(_rows(lineages, folder))), provenance(preset, facts)
        if stand(tables, made_with, folder):
            return tables
        try:
            if finished:
                hold.enter_context(held(folder, lineages))
            write_tables(tables, made_with, folder)
        except OSError as error:
            if not finished:
                raise
            print(f"{said(error)}; the tables there stay as they are", file=sys.stderr)
        return tables


def _lineages(preset: Preset) -> list[Lineage]:
    return [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]


def _unfinished(lineages: list[Lineage], folder: Path) -> list[Lineage]:
    return [one for one in lineages if Folder(folder / one.name).finished() <= one.preset.last]


def _rows(lineages: list[Lineage], folder: Path) -> list[dict[str, Any]]:
    """Return the finished rows. Raises ValueError that names one that is damaged."""
    each = [(Folder(folder / one.name), one.preset.last) for one in lineages]
    return [one.row(index) for one, last in each for index in range(min(one.finished(), last + 1))]


def _facts(preset: Preset) -> dict[str, Any]:
    """Return what a run must know of its material, and of the machine that computes, before it begins."""
    from ...models.language.network import DEVICE
    from ...models.language.precision import fastest

    material = _of_one(preset)
    untuned = Lineage(preset, preset.conditions[0], preset.seeds[0]).model(material, material.real)
    return {
        "weights": int(material.pretrained.weights.size),
        "real blocks": len(material.real),
        "test blocks": len(material.test),
        "perplexity before tuning": float(perplexity(untuned.cross_entropy(material.test))),
        "digest": material.digest,
        "device": DEVICE,
        "precision": fastest() if preset.precision == "fastest" else preset.precision,
        "model": material.pretrained.provenance,
    }


def _live(lineage: Lineage, folder: Path, notes: Path) -> None:
    live(lineage, _of_one(lineage.preset), folder, notes)


def _of_one(preset: Preset) -> Material:
    """Return the material of a preset, once in each process, whatever it is computed for and in."""
    return _material(replace(preset, conditions=preset.conditions[:1], seeds=preset.seeds[:1], precision="float32"))


@cache
def _material(preset: Preset) -> Material:
    return Material.of(preset)


def _work(lineages: list[Lineage], folder: Path, pool: Executor, at_once: int) -> None:
    """Have the processes of `pool` finish the lineages, `at_once` of them side by side."""
    todo, waiting = iter(_unfinished(lineages, folder)), set[Future[None]]()
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as aside,
        Progress(lineages, folder, Path(aside), at_once) as progress,
    ):
        while True:
            free = islice(todo, at_once - len(waiting))
            waiting |= {pool.submit(_live, lineage, folder, Path(aside)) for lineage in free}
            if not waiting:
                return
            done, waiting = wait(waiting, timeout=2, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
            progress.look()
