"""Arrays of Python objects, as lists with a hole in them and pandas' nullable columns become."""

from __future__ import annotations

import math
import numbers
from typing import Any

import numpy as np
import pandas as pd

Array = np.ndarray[Any, Any]
_LEAST, _MOST = -(2**63), 2**64 - 1  # what numpy's integers reach


def from_objects(data: Array, name: str) -> Array:
    """Return an array of objects as one of numbers, whole ones as integers, what is missing as NaN.

    Raises TypeError for anything else among them.
    """
    found = np.array([_number(value, name) for value in data.flat]).reshape(data.shape)
    return found.astype(float) if found.dtype == object or not found.size else found


def _number(value: Any, name: str) -> Any:
    if isinstance(value, numbers.Integral | np.bool_):
        return value if _LEAST <= int(value) <= _MOST else math.inf * (1 if int(value) > 0 else -1)
    if value is None or value is pd.NA or value is pd.NaT or value is np.ma.masked:
        return np.nan
    if isinstance(value, str | bytes):
        raise TypeError(f"{name} must be numbers, got the text {value!r}")
    try:
        return float(value)
    except (TypeError, ValueError, RuntimeError) as error:
        raise TypeError(f"{name} must be numbers, got {type(value).__name__} among them") from error
