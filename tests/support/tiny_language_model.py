"""The smallest language model, of three tokens and rows of three, and something for it to read."""

from __future__ import annotations

from itertools import product

import numpy as np

from collapse_lib.models.language import LanguageModel, opt

TINY = LanguageModel(opt(3, 3, width=8, heads=2), 3, epochs=3)
EVERY = np.array(list(product(range(3), repeat=3)))


def skewed(size: int, rng: np.random.Generator) -> np.ndarray:
    """Rows in which a token is often that before it, and 0 is more frequent than 1 and 2."""
    rows = rng.choice(3, (size, 3), p=[0.6, 0.3, 0.1])
    for place in (1, 2):
        same = rng.random(size) < 0.5
        rows[same, place] = rows[same, place - 1]
    return rows
