"""Randomness is an argument, and it is a numpy generator."""

from __future__ import annotations

from typing import Any

import numpy as np


def generator(rng: Any) -> np.random.Generator:
    """Return `rng` if it is a numpy generator; raise TypeError that says how one is made otherwise."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"rng must be a numpy Generator, as np.random.default_rng(0) makes one, got {type(rng).__name__}"
        )
    return rng
