"""A generation in small, on the real network and text, from which the whole one is reckoned: for `--dry-run`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np

from ...models.decoding import Decoding
from ...recursion import Dataset, Generation
from .costs import Rates
from .footprint import memory, row_bytes
from .lineages import Lineage
from .material import LENGTH, Material
from .presets import Preset

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
    begin = perf_counter()
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
    held, card = memory(preset, material, ways, found[-1].size, blocks, card=DEVICE == "cuda")
    return Rehearsal(
        rates, perf_counter() - begin, held, card, weights=4 * material.pretrained.weights.size,
        block=LENGTH * material.real.dtype.itemsize, row=row_bytes(found[-1].row), facts=facts,
    )  # fmt: skip


def _small(preset: Preset, material: Material, ways: list[Decoding], size: int, blocks: int) -> _Small:
    """Fit one epoch on the first `size` blocks, and write and note as many; test and validation are as much smaller."""
    real, rng = material.real[:size], np.random.default_rng(0)
    test = _part(material.test, size / max(min(preset.written, blocks), size))
    validation = None if material.validation is None else _part(material.validation, size / blocks)
    part = replace(material, real=real, test=test, validation=validation)
    setting = replace(preset, batch=min(preset.batch, size))
    lineage = Lineage(setting, replace(preset.conditions[0], epochs=1), 0)
    note = lineage.measure(part, real)
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
    begin = perf_counter()
    found = work()
    return perf_counter() - begin, found


def _line(found: list[_Small], what: Callable[[_Small], float], size: int) -> float:
    """Return `what` takes at `size`, on the line through the last two; it never falls."""
    last, before = found[-1], found[max(len(found) - 2, 0)]
    if last.size in (before.size, size):
        return what(last)
    slope = max(what(last) - what(before), 0) / (last.size - before.size)
    return max(what(last) + slope * (size - last.size), 0)
