"""How many bytes a run takes, in memory and on disk."""

from __future__ import annotations

import json
import sys
from typing import Any

import pandas as pd

from ...models.decoding import Decoding
from ..replicates import tidy
from .material import LENGTH, Material
from .presets import Preset

DIGEST = 78  # bytes that a row's fingerprint takes in its file


def row_bytes(row: dict[str, Any]) -> int:
    """Return about how many bytes a generation takes in its own file and in the tables."""
    whole = {"policy": "10% kept", "decoding": "T = 0.9", "epochs": 1, "replicate": 0, "generation": 0, **row}
    tables = tidy(pd.DataFrame([whole]))
    written = json.dumps(whole, default=float, ensure_ascii=False).encode()
    texts = [table.to_csv(index=False, header=False, float_format="%.8g") for table in tables.values()]
    return len(written) + DIGEST + sum(len(text.encode()) for text in texts)


def memory(
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

    measured = _most()
    return (measured, counted(blocks)) if card else (measured + counted(blocks) - counted(size), 0)


def _most() -> int:
    """Return the most bytes that this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
