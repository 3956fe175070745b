"""A whole run: every condition and seed of a preset, in a folder that can be left at any moment and taken up again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import asdict, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
from filelock import FileLock, Timeout
from tqdm import tqdm

from ...files import atomic_write
from ...metrics import perplexity
from ...recorded.storing import circumstances, write_tables
from ..replicates import Tables, tidy
from .checkpoints import Folder
from .lineages import Lineage
from .material import Material
from .presets import Preset
from .processes import processes

SETTINGS = "run.json"
FORM = 2  # the form in which lineages are noted: another one does not go into the same tables
TOLD = ("weights", "real blocks", "test blocks", "perplexity before tuning", "digest", "device")
FREE = {"conditions", "seeds", "about"}  # may differ when a run is taken up again: more lineages leave the others alone


def run(preset: Preset, folder: Path, *, workers: int | None = None) -> Tables:
    """Return what is noted, by condition, seed (`replicate`) and generation, and write it to tables in `folder`.

    What is finished in the folder is not done again. `workers` lineages are run side by side: one per core if it is
    None, and one on a graphics card. They have processes of their own, and this one never loads a network.

    Raises RuntimeError if another process is at work in the folder, ValueError if it holds a run of other settings,
    OSError if the disk is full, FileNotFoundError if text or network are not at hand.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cores = os.cpu_count() or 1
    with locked(folder), processes(workers or cores) as pool:
        facts = pool.submit(_facts, preset).result()
        preset = resolve_preset(preset, facts, folder)
        lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
        _work(lineages, folder, pool, workers or (1 if facts["device"] == "cuda" else cores))
        each = [Folder(folder / lineage.name) for lineage in lineages]
        table = pd.DataFrame([one.row(index) for one in each for index in range(preset.last + 1)])
        tables = tidy(table)
        write_tables(tables, provenance(preset, facts), folder)
        return tables


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for one process. The hold ends with the process, however it ends."""
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        message = f"only one process may work in {folder}, and another one does: wait for it, or name another folder"
        raise RuntimeError(message) from error


def resolve_preset(preset: Preset, facts: Mapping[str, Any], folder: Path) -> Preset:
    """Return the preset in the precision of the run in `folder`, which is that of the `facts` when the run begins.

    Raises ValueError that names a setting in which the run in the folder differs.
    """
    path = folder / SETTINGS
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if preset.precision == "fastest":
        preset = replace(preset, precision=before["precision"] if before else facts["precision"])
    now = json.loads(json.dumps({**asdict(preset), "digest": facts["digest"], "rows": FORM}))
    for name in {*before, "rows"} - FREE if before else ():
        if before.get(name) != now.get(name):
            raise ValueError(f"{folder} holds a run with {name} {before.get(name)!r}, got {now.get(name)!r}")
    with atomic_write(path) as aside:
        aside.write_text(json.dumps(now, indent=2), encoding="utf-8")
    return preset


def provenance(preset: Preset, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a run was made with, the `facts` of its material among it."""
    return {
        "command": f"python -m collapse_lib experiment --preset {preset.name} --out DIR",
        "preset": {**asdict(preset), "conditions": [str(condition) for condition in preset.conditions]},
        "seed": list(preset.seeds),
        **{name: facts[name] for name in TOLD},
        "threads": os.environ.get("OMP_NUM_THREADS", "as torch chooses"),
        **circumstances(("numpy", "pandas", "torch", "transformers", "tokenizers")),
    }


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
    }


def _live(lineage: Lineage, folder: Path) -> None:
    for _ in lineage.rows(_of_one(lineage.preset), folder):
        pass


def _of_one(preset: Preset) -> Material:
    """Return the material of a preset, once in each process, whatever it is computed for and in."""
    return _material(replace(preset, conditions=preset.conditions[:1], seeds=preset.seeds[:1], precision="float32"))


@cache
def _material(preset: Preset) -> Material:
    return Material.of(preset)


def _work(lineages: list[Lineage], folder: Path, pool: Executor, at_once: int) -> None:
    last = lineages[0].preset.last
    folders = [Folder(folder / lineage.name) for lineage in lineages]

    def finished() -> int:
        return sum(one.finished(last) for one in folders)

    todo, waiting = iter(lineages), set[Future[None]]()
    with tqdm(total=len(lineages) * (last + 1), initial=finished(), unit="generation", smoothing=0.05) as bar:
        while True:
            waiting |= {pool.submit(_live, lineage, folder) for lineage in islice(todo, at_once - len(waiting))}
            if not waiting:
                return
            done, waiting = wait(waiting, timeout=2, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
            bar.update(finished() - bar.n)
