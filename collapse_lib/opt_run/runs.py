"""A whole run: every condition and seed of a preset, in a folder that can be left at any moment and taken up again."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import asdict, replace
from functools import cache
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from typing import Any

import pandas as pd
from filelock import FileLock, Timeout
from tqdm import tqdm

from ..files import whole
from ..metrics import perplexity
from ..recorded.storing import circumstances, store
from .checkpoints import Folder
from .lineages import Lineage
from .material import Material
from .presets import Preset

SETTINGS, TABLE = "run.json", "table"
FREE = {"conditions", "seeds", "about"}  # may differ when a run is taken up again: more lineages leave the others alone


def run(preset: Preset, folder: Path, *, workers: int = 1) -> pd.DataFrame:
    """Return a row per condition, seed and generation, and write them to table.csv in `folder`, with their provenance.

    What is finished in the folder is not done again. `workers` lineages are run side by side.

    Raises RuntimeError if another process is at work in the folder, ValueError if it holds a run of other settings,
    OSError if the disk is full, FileNotFoundError if text or network are not at hand.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        material = _material(replace(preset, conditions=preset.conditions[:1], seeds=preset.seeds[:1]))
        preset = settled(preset, material, folder)
        lineages = [Lineage(preset, condition, seed) for condition in preset.conditions for seed in preset.seeds]
        _work(lineages, folder, workers)
        rows = [row for lineage in lineages for row in lineage.rows(material, folder)]
        table = pd.DataFrame(rows)
        store(TABLE, table, provenance(preset, material, lineages[0].model(material, material.real)), folder)
        return table


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder for one process. The hold ends with the process, however it ends."""
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        message = f"only one process may work in {folder}, and another one does: wait for it, or name another folder"
        raise RuntimeError(message) from error


def settled(preset: Preset, material: Material, folder: Path) -> Preset:
    """Return the preset in the precision of the run in `folder`, which is measured when the run begins.

    Raises ValueError that names a setting in which the run in the folder differs.
    """
    path = folder / SETTINGS
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if preset.precision == "fastest":
        from ..models.language.precision import fastest

        preset = replace(preset, precision=before["precision"] if before else fastest())
    now = json.loads(json.dumps({**asdict(preset), "digest": material.digest}))
    for name in before.keys() - FREE:
        if before[name] != now.get(name):
            raise ValueError(f"{folder} holds a run with {name} {before[name]!r}, got {now.get(name)!r}")
    with whole(path) as aside:
        aside.write_text(json.dumps(now, indent=2), encoding="utf-8")
    return preset


def provenance(preset: Preset, material: Material, untuned: Any) -> dict[str, Any]:
    """Return what a table was made with, and how surprised the `untuned` network is by the test text."""
    return {
        "command": f"python -m collapse_lib experiment --preset {preset.name} --out DIR",
        "preset": {**asdict(preset), "conditions": [str(condition) for condition in preset.conditions]},
        "seed": list(preset.seeds),
        "weights": int(material.pretrained.weights.size),
        "real blocks": len(material.real),
        "test blocks": len(material.test),
        "perplexity before tuning": float(perplexity(untuned.cross_entropy(material.test))),
        "digest": material.digest,
        "threads": os.environ.get("OMP_NUM_THREADS", "as torch chooses"),
        **circumstances(("numpy", "pandas", "torch", "transformers", "tokenizers")),
    }


@cache
def _material(preset: Preset) -> Material:
    return Material.of(preset)


def _live(lineage: Lineage, folder: Path) -> None:
    one = replace(lineage.preset, conditions=lineage.preset.conditions[:1], seeds=lineage.preset.seeds[:1])
    for _ in lineage.rows(_material(one), folder):
        pass


def _work(lineages: list[Lineage], folder: Path, workers: int) -> None:
    last = lineages[0].preset.last
    folders, others = [Folder(folder / lineage.name) for lineage in lineages], set(active_children())

    def finished() -> int:
        return sum(one.finished(last) for one in folders)

    with (
        ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_the_parent) as pool,
        tqdm(total=len(lineages) * (last + 1), initial=finished(), unit="generation", smoothing=0.05) as bar,
    ):
        waiting: set[Future[None]] = {pool.submit(_live, lineage, folder) for lineage in lineages}
        try:
            while waiting:
                done, waiting = wait(waiting, timeout=2, return_when=FIRST_EXCEPTION)
                for future in done:
                    future.result()
                bar.update(finished() - bar.n)
        except BaseException:
            for worker in set(active_children()) - others:
                worker.kill()  # nobody may write to the folder once it is given free
            pool.shutdown(cancel_futures=True)
            raise


def _end_with_the_parent() -> None:
    """Have this process end as soon as its parent does, however that ends: nobody else may write to the folder."""

    def follow() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
