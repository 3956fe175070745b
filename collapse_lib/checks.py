"""What data and sizes must be, said once: the invariant, then what came."""

from __future__ import annotations

from typing import Any

import numpy as np

from .recursion import Dataset


def finite(data: Dataset) -> Dataset:
    """Return `data` if every number in it is finite; raise ValueError with the count of those that are not."""
    bad = int(np.count_nonzero(~np.isfinite(data)))
    if bad:
        raise ValueError(f"data must be finite, got {bad} NaN or infinite values among {data.size}")
    return data


def dimensions(data: Dataset, expected: int) -> Dataset:
    """Return `data` if it is an array with `expected` axes; raise TypeError or ValueError otherwise."""
    if not isinstance(data, np.ndarray):
        raise TypeError(f"data must be a numpy array, got {type(data).__name__}")
    if data.ndim != expected:
        raise ValueError(f"the number of axes of data must be {expected}, samples on axis 0, got shape {data.shape}")
    return data


def some(samples: int) -> None:
    """Raise ValueError unless there is at least one sample to count."""
    if samples < 1:
        raise ValueError(f"a fit needs at least 1 sample, got {samples}")


def more_samples_than_ddof(samples: int, ddof: int) -> None:
    """Raise ValueError unless a variance with `ddof` can be computed from `samples` samples."""
    if samples <= ddof:
        raise ValueError(f"a variance with ddof = {ddof} needs a number of samples above {ddof}, got {samples}")


def size(value: int) -> int:
    """Return `value` if it counts something; raise ValueError if it is negative."""
    if value < 0:
        raise ValueError(f"a size must not be negative, got {value}")
    return value


def token_ids(data: Dataset, vocabulary: int) -> Dataset:
    """Return `data` if it holds whole numbers from 0 to `vocabulary` - 1; raise TypeError or ValueError otherwise."""
    if not np.issubdtype(data.dtype, np.integer):
        raise TypeError(f"token ids must be integers, got {data.dtype}")
    if data.size and (data.min() < 0 or data.max() >= vocabulary):
        raise ValueError(f"token ids must lie between 0 and {vocabulary - 1}, got {data.min()} to {data.max()}")
    return data


def probabilities(p: Any) -> Dataset:
    """Return `p` as floats if it is a distribution, shape (V,); raise ValueError otherwise.

    The sum of shares that came in single precision is off by 1e-7, more than numpy draws from: they are scaled.
    """
    shares = np.array(p, dtype=float)
    total, least = shares.sum(), shares.min(initial=1.0)
    # Written so that NaN fails too.
    if shares.ndim != 1 or not (least >= 0 and np.isclose(total, 1.0)):
        got = f"shape {shares.shape}, sum {total}, least {least}"
        raise ValueError(f"probabilities must be shares of 1 on one axis, got {got}")
    shares /= total
    return shares
