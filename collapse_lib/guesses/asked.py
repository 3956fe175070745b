"""What a guess is made of, asked once. Not by `checks`: a page of guesses loads nothing but the standard library."""

from __future__ import annotations

import math
from numbers import Real
from typing import Any


def text(value: Any, name: str) -> str:
    """Return `value` if it is a text; raise TypeError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text, got {value!r}")
    return value


def texts(value: Any, name: str) -> list[str]:
    """Return `value` as a list if it is one of texts; raise TypeError otherwise."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"{name} must be a list of texts, got {value!r}")
    return [text(each, f"each of {name}") for each in value]


def number(value: Any, name: str) -> float:
    """Return `value` if it is a finite number; raise TypeError or ValueError otherwise."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number, got {value!r}")
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    except TypeError as error:  # numpy's spans of time say that they are numbers
        raise TypeError(f"{name} must be a number, got {value!r}") from error
    if not math.isfinite(found):
        raise ValueError(f"{name} must be a finite number, got {found}")
    return found


def yes_or_no(value: Any, name: str) -> bool:
    """Return `value` if it is True or False; raise TypeError otherwise."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, got {value!r}")
    return value
