"""How fast and how long generation 0 should learn: chosen by real text that it does not read, before any later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
from tqdm import tqdm

from ...metrics import perplexity
from ...recursion import Dataset, subset
from .lineages import Lineage
from .material import Material, spread
from .presets import Preset


def tuned(preset: Preset, *, rates: Sequence[float], epochs: Sequence[int], seed: int) -> pd.DataFrame:
    """Return how surprised generation 0 is by held-out real text, for each learning rate and number of epochs.

    The blocks that it reads are drawn as those of a lineage with this `seed`; the held-out ones are as many of the same
    split, at equal distances among the rest. Columns: learning_rate, epochs, held_out (perplexity a token).
    Raises what `Material.of` raises.
    """
    material = Material.of(preset)
    real, rest = drawn(material.real, preset.blocks or len(material.real), seed)
    held_out, rows = spread(rest, preset.tested), []
    for rate, passes in tqdm([*product(rates, epochs)], "tuning", mininterval=5):
        condition = replace(preset.conditions[0], epochs=passes)
        lineage = Lineage(replace(preset, learning_rate=rate, conditions=(condition,)), condition, seed)
        model = lineage.model(material, real).fit(real, rng=np.random.default_rng(seed))
        found = float(perplexity(model.cross_entropy(held_out)))
        rows.append({"learning_rate": rate, "epochs": passes, "held_out": found})
    return pd.DataFrame(rows)


def drawn(rows: Dataset, size: int, seed: int) -> tuple[Dataset, Dataset]:
    """Return the `size` rows that a lineage of this `seed` learns, and the others.

    Raises ValueError if none is left.
    """
    if size >= len(rows):
        raise ValueError(f"some blocks must be held out, got {size} to learn of {len(rows)}")
    chosen = subset(np.arange(len(rows)), size, rng=np.random.default_rng(seed))
    return rows[chosen], np.delete(rows, chosen, axis=0)
