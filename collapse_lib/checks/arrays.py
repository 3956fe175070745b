"""Arrays: of numbers, of so many axes, without holes; token ids; probabilities."""

from __future__ import annotations

from typing import Any

import numpy as np

from .objects import Array, from_objects

_OTHER_KINDS = {"M": "dates", "m": "spans of time", "c": "complex numbers", "U": "texts", "S": "texts", "V": "records"}
_ROUNDING = 1e-5 + 1e-8  # of a sum of shares, as np.isclose has it, which takes longer than all else that is asked here
_READY = frozenset(map(np.dtype, ("bool", "int8", "int16", "int32", "int64", "uint8", "float32", "float64")))


def numbers(data: Any, *, name: str = "data") -> Array:
    """Return `data` as an array of numbers; what is missing in it becomes NaN.

    Lists, Series, tables, tensors and views are taken as they are, of any byte order; half and extended precision
    become double. Raises TypeError for texts, dates and other things, ValueError for rows of different lengths.
    """
    if type(data) is np.ndarray and data.dtype in _READY and data.flags.c_contiguous and _forward(data):
        return data  # as nearly all are that go round in the loop
    found = _array(data, name)
    if found.dtype == object:
        found = from_objects(found, name)
    if found.dtype.kind not in "biuf":
        first = f", the first {found.flat[0]}" if found.size else ""
        raise TypeError(f"{name} must be numbers, got {_OTHER_KINDS.get(found.dtype.kind, found.dtype)}{first}")
    if isinstance(data, np.ma.MaskedArray) and np.ma.is_masked(data):
        found = np.where(np.ma.getmaskarray(data), np.nan, found)
    return _readable(found)


def _array(data: Any, name: str) -> Array:
    try:
        return np.asarray(data)
    except (ValueError, TypeError, RuntimeError) as error:
        got = f"{type(data).__name__} ({error})"
        raise ValueError(f"{name} must be an array, or rows of one length, got {got}") from error


def _readable(found: Array) -> Array:
    """Return the array as every library takes it: torch knows one byte order, four precisions and no way back."""
    if found.dtype.kind == "f" and found.dtype.itemsize not in (4, 8):
        found = found.astype(float)
    if not found.dtype.isnative:
        found = found.astype(found.dtype.newbyteorder("="))
    return found if _forward(found) else found.copy()


def _forward(found: Array) -> bool:
    """Return whether no axis runs backwards, as that of one row may which numpy calls contiguous."""
    return min(found.strides, default=0) >= 0


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


def reals(data: Any, expected: int, *, name: str = "data") -> Array:
    """Return `data` in double precision if it has `expected` axes and all is finite; raise as these two do."""
    return finite(dimensions(data, expected, name=name), name=name).astype(float, copy=False)


def token_ids(data: Array, vocabulary: int) -> Array:
    """Return `data` if it holds whole numbers from 0 to `vocabulary` - 1; raise TypeError or ValueError otherwise."""
    if not data.size:
        return data.astype(np.int64)  # an empty list has no kind
    if not np.issubdtype(data.dtype, np.integer):
        raise TypeError(f"token ids must be integers, got {data.dtype}")
    if data.size and (data.min() < 0 or data.max() >= vocabulary):
        raise ValueError(f"token ids must lie between 0 and {vocabulary - 1}, got {data.min()} to {data.max()}")
    # numpy counts nothing that might not fit into int64; these do
    return data.astype(np.int64) if data.dtype == np.uint64 else data


def distribution(p: Any) -> Array:
    """Return `p` as floats, and otherwise as it is, if it holds shares of 1, shape (V,); refuse it otherwise."""
    shares = numbers(p, name="probabilities").astype(float, copy=False)
    with np.errstate(over="ignore"):
        total, least = shares.sum(), shares.min(initial=1.0)
    # Written so that NaN fails too.
    if shares.ndim != 1 or not (least >= 0 and abs(total - 1.0) <= _ROUNDING):
        got = f"shape {shares.shape}, sum {total}, least {least}"
        raise ValueError(f"probabilities must be shares of 1 on one axis, got {got}")
    return shares


def probabilities(p: Any) -> Array:
    """Return `p` as a distribution to draw from, shape (V,); raise TypeError or ValueError if it is none.

    The sum of shares that came in single precision is off by 1e-7, more than numpy draws from: they are scaled.
    """
    shares = distribution(p)
    return shares / shares.sum()


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
    wrong = ~((least >= 0) & (np.abs(total - 1.0) <= _ROUNDING))
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
