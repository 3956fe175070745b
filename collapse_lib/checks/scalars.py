"""Single numbers, and arrays of numbers that a law broadcasts over: shares, whole numbers, sizes."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np

from .arrays import numbers


def finite_number(
    value: Any, name: str, *, least: float = -np.inf, most: float = np.inf, above: float | None = None
) -> Any:
    """Return `value`, a number or an array of them, as floats if all are finite and lie between `least` and `most`.

    With `above` they must lie above it, too. Raises TypeError if they are not numbers, ValueError outside the domain.
    """
    found = np.asarray(numbers(value, name=name), dtype=float)
    # Written so that NaN fails too.
    good = np.isfinite(found) & (found >= least) & (found <= most)
    if above is not None:
        good &= found > above
    if not good.all():
        raise ValueError(f"{name} must be {_domain(least, most, above)}, got {found[~good].flat[0]:g}")
    return found[()]


def _domain(least: float, most: float, above: float | None) -> str:
    bounds = [] if above is None else [f"above {above:g}"]
    if np.isfinite(least) and np.isfinite(most):
        bounds.append(f"between {least:g} and {most:g}")
    elif np.isfinite(least):
        bounds.append(f"at least {least:g}")
    elif np.isfinite(most):
        bounds.append(f"at most {most:g}")
    return "a finite number" + (" " + " and ".join(bounds) if bounds else "")


def share(value: Any, name: str) -> Any:
    """Return `value`, a number or an array of them, as floats if all lie between 0 and 1; refuse it otherwise.

    A number that looks like a percentage is told how to be written as a share.
    """
    try:
        return finite_number(value, name, least=0, most=1)
    except ValueError as error:
        found = np.asarray(value, dtype=float)
        percent = found[(found > 1) & (found <= 100)]
        hint = f"; {percent.flat[0]:g}% is {percent.flat[0] / 100:g}" if percent.size else ""
        raise ValueError(f"{name} must be a share between 0 and 1, got {_first_outside(found)}{hint}") from error


def _first_outside(found: Any) -> str:
    return f"{found[~((found >= 0) & (found <= 1))].flat[0]:g}"


def whole(value: Any, name: str, *, least: int = 0) -> int:
    """Return `value` as an int if it is a whole number of at least `least`; raise TypeError or ValueError otherwise."""
    try:
        found = operator.index(value)
    except TypeError as error:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from error
    if found < least:
        raise ValueError(f"{name} must be at least {least}, got {found}")
    return found


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
