"""One number, where an array of them would have no meaning: a mean, a temperature, a share."""

from __future__ import annotations

import math
import sys
from typing import Any

from .arrays import floats
from .scalars import one, share

_MOST = sys.float_info.max


def single_number(value: Any, name: str) -> float:
    """Return `value` as a float if it is one number, NaN among them; raise TypeError otherwise.

    True and False are no numbers here: where one is meant, the other is not.
    """
    if type(value) is float or type(value) is int:  # most are, and a model is made in every generation
        return float(value) if not abs(value) > _MOST else math.inf * (1 if value > 0 else -1)
    return float(floats(one(value, name), name))


def within(value: Any, name: str, least: float = -math.inf, most: float = math.inf) -> float:
    """Return `value` as a float if it is one finite number from `least` to `most`; refuse it otherwise."""
    found = single_number(value, name)
    # Written so that NaN fails too.
    if not (least <= found <= most and math.isfinite(found)):
        raise ValueError(f"{name} must be a finite number{_bounds(least, most)}, got {found:g}")
    return found


def positive(value: Any, name: str) -> float:
    """Return `value` as a float if it is one finite number above 0; refuse it otherwise."""
    found = single_number(value, name)
    if not 0 < found < math.inf:
        raise ValueError(f"{name} must be positive and finite, got {found:g}")
    return found


def single_share(value: Any, name: str) -> float:
    """Return `value` as a float if it is one number from 0 to 1; refuse it otherwise, and read a percentage."""
    return float(share(single_number(value, name), name))


def _bounds(least: float, most: float) -> str:
    bounds = [f"at least {least:g}"] * (least > -math.inf) + [f"at most {most:g}"] * (most < math.inf)
    return ", " + " and ".join(bounds) if bounds else ""
