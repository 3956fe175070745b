"""Tables, by what they are read for: their columns, and at least one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd


def as_table(value: Any, *columns: str, name: str = "table") -> pd.DataFrame:
    """Return `value` if it is a table with these columns and a row; raise TypeError or ValueError otherwise."""
    if not isinstance(value, pd.DataFrame):
        raise TypeError(f"{name} must be a pandas DataFrame, got {type(value).__name__}")
    if missing := [column for column in columns if column not in value.columns]:
        got = f"{', '.join(map(str, value.columns)) or 'no columns'}"
        raise ValueError(f"{name} must have the column {missing[0]}, got {got}")
    if not len(value):
        raise ValueError(f"{name} must have at least one row, got none")
    return value


def mapping(value: Any, name: str) -> Mapping[Any, Any]:
    """Return `value` if it maps something to something; raise TypeError or, for an empty one, ValueError otherwise."""
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping, as {{name: value}}, got {type(value).__name__}")
    if not value:
        raise ValueError(f"{name} must hold at least one entry, got none")
    return value


def iterable(value: Any, name: str) -> Iterable[Any]:
    """Return `value` if it can be gone through; raise TypeError for all else, and for a text."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise TypeError(f"{name} must be a list, or what can be gone through, got {value!r}"[:120])
    return value


def entries(value: Any, name: str) -> list[Any]:
    """Return what `value` holds as a list of at least one; raise TypeError as `iterable` does, ValueError for none."""
    found = list(iterable(value, name))
    if not found:
        raise ValueError(f"{name} must hold at least one entry, got none")
    return found


def as_many(value: Any, number: int, name: str) -> list[Any]:
    """Return what `value` holds as a list if it is that many; raise TypeError or ValueError otherwise."""
    found = entries(value, name)
    if len(found) != number:
        raise ValueError(f"{name} must be {number}, got {len(found)}")
    return found


def known(value: Any, allowed: Iterable[Any], name: str) -> Any:
    """Return `value` if it is one of the `allowed`; raise ValueError that lists these otherwise."""
    options = list(allowed)
    if isinstance(value, bool) or np.ndim(value) or value not in options:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, options))}, got {value!r}")
    return value


def rows(table: Any, **where: Any) -> pd.DataFrame:
    """Return the rows of `table` in which each column named in `where` has that value; raise ValueError for none."""
    found = as_table(table, *where)
    for column, value in where.items():
        found = found[found[column] == known(value, found[column].unique().tolist(), column)]
    return found


def text(value: Any, name: str) -> str:
    """Return `value` if it is a text with something in it; raise TypeError or ValueError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text, got {value!r}"[:120])
    if not value.strip():
        raise ValueError(f"{name} must not be empty, got {value!r}")
    return value
