"""What is neither number nor table: lists of texts, and yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np


def texts(value: Any, name: str) -> list[str]:
    """Return what `value` holds as a list if all are texts; raise TypeError otherwise, and for one text alone."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise TypeError(f"{name} must be a list of texts, got {value!r}"[:120])
    found = list(value)
    if others := [each for each in found if not isinstance(each, str)]:
        raise TypeError(f"{name} must be texts, got {others[0]!r} among them"[:120])
    return found


def yes_or_no(value: Any, name: str) -> bool:
    """Return `value` if it is True or False; raise TypeError otherwise."""
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"{name} must be True or False, got {value!r}")
    return bool(value)
