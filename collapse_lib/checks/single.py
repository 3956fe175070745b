"""One number, where an array of them would have no meaning: a mean, a temperature, a share."""

from __future__ import annotations

import math
import sys
from typing import Any

from .arrays import floats
from .scalars import one, share

NINE_DIGITS = 1e-9  # to which shares are shares of 1
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


def a_sample(part: int, share: float, size: int, name: str, *, sure: float = 0.5) -> int:
    """Return `part`, the samples that a share of `size` samples was rounded to; refuse it if a share gets none.

    The error says from which size on it gets one: there its exact part is above `sure` samples.
    """
    if part == 0 and share > NINE_DIGITS:
        enough = math.floor(sure / share * (1 + NINE_DIGITS)) + 1
        raise ValueError(f"{name} must be 0 or get a sample, got {share:g} of {size:,}: take at least {enough:,}")
    return part


def _bounds(least: float, most: float) -> str:
    bounds = [f"at least {least:g}"] * (least > -math.inf) + [f"at most {most:g}"] * (most < math.inf)
    return ", " + " and ".join(bounds) if bounds else ""
