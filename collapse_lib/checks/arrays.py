"""Arrays: of numbers, of so many axes, without holes; token ids; probabilities."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

Array = np.ndarray[Any, Any]
_OTHER_KINDS = {"M": "dates", "m": "spans of time", "c": "complex numbers", "U": "texts", "S": "texts", "V": "records"}


def numbers(data: Any, *, name: str = "data") -> Array:
    """Return `data` as an array of numbers in this machine's byte order; what is missing in it becomes NaN.

    Lists, Series, tables, tensors and views are taken as they are. Raises TypeError for texts, dates and other things,
    ValueError for rows of different lengths.
    """
    try:
        found = np.asarray(np.ma.filled(data.astype(float), np.nan) if isinstance(data, np.ma.MaskedArray) else data)
    except (ValueError, TypeError, RuntimeError) as error:
        raise ValueError(
            f"{name} must be an array, or rows of one length, got {type(data).__name__} ({error})"
        ) from error
    if found.dtype == object:
        found = np.array([_number(value, name) for value in found.flat], dtype=float).reshape(found.shape)
    if found.dtype.kind not in "biuf":
        what = _OTHER_KINDS.get(found.dtype.kind, str(found.dtype))
        raise TypeError(
            f"{name} must be numbers, got {what}, the first {found.flat[0]}"
            if found.size
            else f"{name} must be numbers, got {what}"
        )
    return found.astype(found.dtype.newbyteorder("="), copy=False)


def _number(value: Any, name: str) -> float:
    if isinstance(value, str | bytes):
        raise TypeError(f"{name} must be numbers, got the text {value!r}")
    try:
        return float(value)
    except OverflowError:  # a whole number beyond what floats hold
        return np.inf if value > 0 else -np.inf
    except (TypeError, ValueError) as error:
        if value is None or value is pd.NA or value is pd.NaT:
            return np.nan
        raise TypeError(f"{name} must be numbers, got {type(value).__name__} among them") from error


def floats(value: Any, name: str) -> Array:
    """Return a number or an array of them as floats; raise TypeError for what is none, a truth value among it."""
    if value is None:
        raise TypeError(f"{name} must be a number, got None")
    found = numbers(value, name=name)
    if found.dtype == bool:
        raise TypeError(f"{name} must be a number, got {found.flat[0] if found.size else 'truth values'}")
    return found.astype(float)


def finite(data: Array, *, name: str = "data") -> Array:
    """Return `data` if every number in it is finite; raise ValueError with the count of those that are not."""
    bad = int(np.count_nonzero(~np.isfinite(data)))
    if bad:
        raise ValueError(f"{name} must be finite, got {bad} NaN or infinite values among {data.size}")
    return data


def dimensions(data: Any, expected: int, *, name: str = "data") -> Array:
    """Return `data` as an array of numbers if it has `expected` axes; raise TypeError or ValueError otherwise."""
    found = numbers(data, name=name)
    if found.ndim != expected:
        raise ValueError(f"the number of axes of {name} must be {expected}, samples on axis 0, got shape {found.shape}")
    return found


def token_ids(data: Array, vocabulary: int) -> Array:
    """Return `data` if it holds whole numbers from 0 to `vocabulary` - 1; raise TypeError or ValueError otherwise."""
    if not np.issubdtype(data.dtype, np.integer):
        raise TypeError(f"token ids must be integers, got {data.dtype}")
    if data.size and (data.min() < 0 or data.max() >= vocabulary):
        raise ValueError(f"token ids must lie between 0 and {vocabulary - 1}, got {data.min()} to {data.max()}")
    return data


def probabilities(p: Any) -> Array:
    """Return `p` as floats if it is a distribution, shape (V,); raise TypeError or ValueError otherwise.

    The sum of shares that came in single precision is off by 1e-7, more than numpy draws from: they are scaled.
    """
    shares = np.array(numbers(p, name="probabilities"), dtype=float)
    with np.errstate(over="ignore"):
        total, least = shares.sum(), shares.min(initial=1.0)
    # Written so that NaN fails too.
    if shares.ndim != 1 or not (least >= 0 and np.isclose(total, 1.0)):
        got = f"shape {shares.shape}, sum {total}, least {least}"
        raise ValueError(f"probabilities must be shares of 1 on one axis, got {got}")
    shares /= total
    return shares


def distributions(p: Any, *, name: str = "p") -> Array:
    """Return `p` as floats if it holds a distribution over its last axis, shape (..., V); refuse it otherwise.

    Scaled as `probabilities` are. Raises TypeError if it does not hold numbers, ValueError for other numbers.
    """
    shares = floats(p, name)
    if shares.ndim == 0:
        raise ValueError(f"{name} must be shares of 1 over the last axis, got the single number {shares:g}")
    with np.errstate(over="ignore"):
        total, least = shares.sum(axis=-1, keepdims=True), shares.min(axis=-1, keepdims=True, initial=1.0)
    # Written so that NaN fails too.
    wrong = ~((least >= 0) & np.isclose(total, 1.0))
    if wrong.any():
        raise ValueError(
            f"{name} must be shares of 1 over the last axis, got sum {total[wrong][0]:g}, least {least[wrong][0]:g}"
        )
    shares /= total
    return shares


def broadcast(**arrays: Any) -> None:
    """Raise ValueError unless the shapes of the arrays go together as numpy broadcasts them."""
    shapes = {name: np.shape(array) for name, array in arrays.items()}
    try:
        np.broadcast_shapes(*shapes.values())
    except ValueError as error:
        got = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
        raise ValueError(f"shapes must go together as numpy broadcasts them, got {got}") from error
