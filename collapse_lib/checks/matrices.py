"""Matrices that say how numbers vary together."""

from __future__ import annotations

from typing import Any

import numpy as np

from .arrays import finite, numbers
from .objects import Array

ROUNDING = 1e-8  # of a matrix's largest number: how far from symmetric, and how far below 0, arithmetic may leave it
LARGEST_INVERSE = 1e200  # what is larger leaves double precision when it is multiplied by squares


def square(data: Any, *, name: str) -> Array:
    """Return `data` in double precision if it holds finite square matrices, shape (..., d, d); refuse it otherwise."""
    found = numbers(data, name=name)
    if found.ndim < 2 or found.shape[-1] != found.shape[-2]:
        raise ValueError(f"{name} must be square matrices, got shape {found.shape}")
    return finite(found, name=name).astype(float, copy=False)


def covariances(matrices: Array) -> Array:
    """Return `matrices`, shape (..., d, d), if all are symmetric without negative variances; raise ValueError."""
    slack = ROUNDING * np.abs(matrices).max(axis=(-2, -1), initial=0)
    askew = np.abs(matrices - matrices.swapaxes(-2, -1)).max(axis=(-2, -1), initial=0)
    if (askew > slack).any():
        raise ValueError(f"covariances must be symmetric, got {matrices[askew > slack][0].tolist()}")
    least = np.linalg.eigvalsh(matrices).min(axis=-1, initial=0)
    if (least < -slack).any():
        raise ValueError(f"covariances must not have a negative variance in any direction, got {least.min():g}")
    return matrices


def invertible(matrices: Array, *, name: str = "covariances") -> Array:
    """Return `matrices`, shape (..., d, d), if double precision can invert them; raise ValueError otherwise."""
    try:
        good: Array
        with np.errstate(all="ignore"):
            good = np.abs(np.linalg.inv(matrices)) < LARGEST_INVERSE
    except np.linalg.LinAlgError:
        good = np.zeros(1, dtype=bool)
    if not np.all(good):
        least = np.linalg.eigvalsh(matrices).min(initial=np.inf)
        raise ValueError(f"{name} must have a variance in every direction, got one of {least:g}")
    return matrices
