"""A generation in small, on the real network and text, from which the whole one is reckoned: for `--dry-run`."""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from ...models.decoding import Decoding
from ...recursion import Dataset, Generation
from ..replicates import tidy
from .costs import Rates
from .lineages import Lineage
from .material import LENGTH, Material
from .measures import TextMeasures
from .presets import Preset

DIGEST = 78  # bytes that a row's fingerprint takes in its file
ENOUGH = 2.0  # seconds a decoding, and as many for the rest: what takes as long is measured well enough


@dataclass(frozen=True)
class Rehearsal:
    """What is known of a run before it begins: what things cost, and what the machine and the material are.

    `seconds` went into finding out. Bytes: `memory` of a process at work and `card` of it on a graphics card; on disk,
    `weights` of a checkpoint, a `block` of tokens, and the `row` of a generation. `facts` are those that settings ask.
    """

    rates: Rates
    seconds: float
    memory: int
    card: int
    weights: int
    block: int
    row: int
    facts: dict[str, Any]


@dataclass(frozen=True)
class _Small:
    """The seconds of a generation of `size` blocks: a pass over them, rows in each decoding, and the rest."""

    size: int
    fit: float
    writing: dict[Decoding, float]
    rest: float
    row: dict[str, Any]

    def seconds(self) -> float:
        return self.fit + sum(self.writing.values()) + self.rest


def rehearse(preset: Preset) -> Rehearsal:
    """Measure small generations, each twice as large as that before, until one takes long enough, or is a whole one.

    The whole one is reckoned in a straight line from the last two. Nothing is written.
    """
    from ...models.language.network import DEVICE
    from ...models.language.precision import fastest

    material = Material.of(preset)
    facts = {"digest": material.digest, "device": DEVICE}
    facts["precision"] = fastest() if preset.precision == "fastest" else preset.precision
    begin = time.perf_counter()
    preset = replace(preset, precision=facts["precision"])
    blocks = min(preset.blocks or len(material.real), len(material.real))
    ways = list(dict.fromkeys(one.decoding for one in preset.conditions))
    found = [_small(preset, material, ways, 1, blocks)]
    while len(found) < 2 or found[-1].seconds() < ENOUGH * (1 + len(ways)):
        if found[-1].size == blocks:
            break
        found.append(_small(preset, material, ways, min(2 * found[-1].size, blocks), blocks))
    rates = Rates(
        blocks,
        _line(found, lambda one: one.fit, blocks),
        {way: _line(found, partial(_writing, way), blocks) / blocks for way in ways},
        _line(found, lambda one: one.rest, min(preset.written, blocks)),
    )
    memory, card = _memory(preset, material, ways, found[-1].size, blocks, card=DEVICE == "cuda")
    return Rehearsal(
        rates, time.perf_counter() - begin, memory, card, weights=4 * material.pretrained.weights.size,
        block=LENGTH * material.real.dtype.itemsize, row=_row_bytes(found[-1].row), facts=facts,
    )  # fmt: skip


def _small(preset: Preset, material: Material, ways: list[Decoding], size: int, blocks: int) -> _Small:
    """Fit one epoch on the first `size` blocks, and write and note as many; test and validation are as much smaller."""
    real, rng = material.real[:size], np.random.default_rng(0)
    test = _part(material.test, size / max(min(preset.written, blocks), size))
    validation = None if material.validation is None else _part(material.validation, size / blocks)
    part = replace(material, real=real, test=test, validation=validation)
    setting = replace(preset, batch=min(preset.batch, size))
    lineage = Lineage(setting, replace(preset.conditions[0], epochs=1), 0)
    note = TextMeasures(part, real, seed=0, written=size)
    model = lineage.model(part, real)
    fit, model = _timed(lambda: model.fit(real, rng=rng))
    rest, row = _timed(lambda: note(Generation(0, model, real, real)))
    samples = {way: replace(model, decoding=way) for way in ways}
    writing = {way: _timed(partial(one.sample, size, rng=rng))[0] for way, one in samples.items()}
    return _Small(size, fit, writing, max(rest - writing[preset.conditions[0].decoding], 0), row)


def _part(rows: Dataset, share: float) -> Dataset:
    return rows[: math.ceil(len(rows) * share)]


def _writing(way: Decoding, one: _Small) -> float:
    return one.writing[way]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    found = work()
    return time.perf_counter() - begin, found


def _line(found: list[_Small], what: Callable[[_Small], float], size: int) -> float:
    """Return `what` takes at `size`, on the line through the last two; it never falls."""
    last, before = found[-1], found[max(len(found) - 2, 0)]
    if last.size in (before.size, size):
        return what(last)
    slope = max(what(last) - what(before), 0) / (last.size - before.size)
    return max(what(last) + slope * (size - last.size), 0)


def _row_bytes(row: dict[str, Any]) -> int:
    """Return about how many bytes a generation takes in its own file and in the tables."""
    whole = {"policy": "10% kept", "decoding": "T = 0.9", "epochs": 1, "replicate": 0, "generation": 0, **row}
    tables = tidy(pd.DataFrame([whole]))
    written = json.dumps(whole, default=float, ensure_ascii=False).encode()
    texts = [table.to_csv(index=False, header=False, float_format="%.8g") for table in tables.values()]
    return len(written) + DIGEST + sum(len(text.encode()) for text in texts)


def _memory(
    preset: Preset, material: Material, ways: list[Decoding], size: int, blocks: int, *, card: bool
) -> tuple[int, int]:
    """Return the bytes that a process at work takes, and those on a graphics card.

    What it took at its peak is measured; by how much more rows and a larger batch need more than those of `size` is
    counted, and so is all on the card.
    """
    from ...models.language import peak, writing

    config, batch = material.pretrained.config, min(preset.batch, blocks)

    def counted(most: int) -> int:
        rows = max(min(writing.rows_at_once(way), most) * way.beams for way in ways)
        training = peak.training(config, min(batch, most), LENGTH, preset.precision)
        return max(training, peak.writing(config, rows, 2 * LENGTH))

    measured = _peak()
    return (measured, counted(blocks)) if card else (measured + counted(blocks) - counted(size), 0)


def _peak() -> int:
    """Return the most bytes that this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
