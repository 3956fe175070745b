"""One and the same data in all the guises in which people have them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

Data = Any


def _frame(data: Data) -> Data:
    return pd.DataFrame(data) if data.ndim == 2 else pd.Series(data)


def _nullable(data: Data) -> Data:
    kind = "Int64" if data.dtype.kind == "i" else "Float64"
    return _frame(data).astype(kind)


def _every_other(data: Data) -> Data:
    wide = np.repeat(data, 2, axis=0)
    return wide[::2]


GUISES: dict[str, Callable[[Data], Data]] = {
    "a list": lambda data: data.tolist(),
    "a tuple": lambda data: tuple(data.tolist()),
    "a pandas table": _frame,
    "pandas' nullable numbers": _nullable,
    "objects": lambda data: data.astype(object),
    "a view backwards": lambda data: data[::-1].copy()[::-1],
    "a view of every other": _every_other,
    "columns first": np.asfortranarray,
    "another byte order": lambda data: data.astype(data.dtype.newbyteorder(">")),
    "read-only": lambda data: np.frombuffer(data.tobytes(), data.dtype).reshape(data.shape),
    "masked, with nothing masked": np.ma.array,
    "half the bytes": lambda data: data.astype("int32" if data.dtype.kind == "i" else "float32"),
    "a quarter of the bytes": lambda data: data.astype("int16" if data.dtype.kind == "i" else "float16"),
    "unsigned or extended": lambda data: data.astype("uint64" if data.dtype.kind == "i" else np.longdouble),
}
