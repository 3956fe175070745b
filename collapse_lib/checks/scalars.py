"""Single numbers, and arrays of numbers that a law broadcasts over: shares, whole numbers, sizes."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np

from .arrays import floats

LARGEST = 2**53 - 1  # up to here a float counts without gaps


def finite_number(
    value: Any, name: str, *, least: float = -np.inf, most: float = np.inf, above: float | None = None
) -> Any:
    """Return `value`, a number or an array of them, as floats if all are finite and lie between `least` and `most`.

    With `above` they must lie above it, too. Raises TypeError if they are not numbers, ValueError outside the domain.
    """
    found = floats(value, name)
    # Written so that NaN fails too.
    good = np.isfinite(found) & (found >= least) & (found <= most)
    if above is not None:
        good &= found > above
    if not good.all():
        raise ValueError(f"{name} must be {_domain(least, most, above)}, got {_shown(found[~good].flat[0])}")
    return found[()]


def _domain(least: float, most: float, above: float | None) -> str:
    bounds = [] if above is None else [f"above {_shown(above)}"]
    if np.isfinite(least) and np.isfinite(most):
        bounds.append(f"between {_shown(least)} and {_shown(most)}")
    elif np.isfinite(least):
        bounds.append(f"at least {_shown(least)}")
    elif np.isfinite(most):
        bounds.append(f"at most {_shown(most)}")
    return "a finite number" + (" " + " and ".join(bounds) if bounds else "")


def _shown(value: float) -> str:
    """Return a number in as many digits as tell it from its neighbours, and in no more."""
    brief = f"{value:g}"
    return brief if float(brief) == value or np.isnan(value) else repr(float(value))


def share(value: Any, name: str) -> Any:
    """Return `value`, a number or an array of them, as floats if all lie between 0 and 1; refuse it otherwise.

    A number that looks like a percentage is told how to be written as a share.
    """
    found = floats(value, name)
    outside = found[~((found >= 0) & (found <= 1))]
    if outside.size:
        percent = outside[(outside > 1) & (outside <= 100)]
        hint = f"; {percent[0]:g}% is {percent[0] / 100:g}" if percent.size else ""
        raise ValueError(f"{name} must be a share between 0 and 1, got {_shown(outside[0])}{hint}")
    return found[()]


def one(value: Any, name: str) -> Any:
    """Return `value` if it is a single number; raise TypeError if it is several or none."""
    found = floats(value, name)
    if found.ndim:
        raise TypeError(f"{name} must be one number, got {type(value).__name__} of shape {found.shape}")
    return value


def whole(value: Any, name: str, *, least: int = 0, most: int | None = None) -> int:
    """Return `value` as an int if it is a whole number of at least `least`; raise TypeError or ValueError otherwise.

    With `most` it must not be above that.
    """
    found = _integer(value, name)
    if found < least or (most is not None and found > most):
        open_ended = most is None or (most == LARGEST and found < least)
        bounds = f"be at least {least}" if open_ended else f"lie between {least} and {most}"
        raise ValueError(f"{name} must {bounds}, got {found}")
    return found


def _integer(value: Any, name: str) -> int:
    """Return `value` as an int; raise TypeError for all that is not one, a truth value among it."""
    try:
        if isinstance(value, bool):
            raise TypeError("a truth value")
        return operator.index(value)
    except TypeError as error:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from error


def whole_numbers(value: Any, name: str, *, least: int = 0, most: int = LARGEST) -> Any:
    """Return `value`, a number or an array of them, as floats if all are whole and lie between `least` and `most`.

    Raises TypeError if they are not numbers, ValueError outside the domain.
    """
    found = floats(value, name)
    good = (found >= least) & (found <= most) & (np.floor(found) == found)
    if not good.all():
        bounds = f"at least {least}" if most == LARGEST else f"between {least} and {most}"
        raise ValueError(f"{name} must be a whole number {bounds}, got {_shown(found[~good].flat[0])}")
    return found[()]


def some(samples: int) -> None:
    """Raise ValueError unless there is at least one sample to count, TypeError unless it is a whole number."""
    if _integer(samples, "samples") < 1:
        raise ValueError(f"a fit needs at least 1 sample, got {samples}")


def more_samples_than_ddof(samples: int, ddof: int) -> None:
    """Raise ValueError unless a variance with `ddof` can be computed from `samples`, TypeError if one is not whole."""
    if _integer(samples, "samples") <= _integer(ddof, "ddof"):
        raise ValueError(f"a variance with ddof = {ddof} needs a number of samples above {ddof}, got {samples}")


def size(value: Any, name: str = "a size") -> int:
    """Return `value` as an int if it counts something; raise ValueError if it is negative, TypeError if not whole."""
    found = _integer(value, name)
    if found < 0:
        raise ValueError(f"{name} must not be negative, got {found}")
    if found > LARGEST:
        raise ValueError(f"{name} must be at most {LARGEST}, got {found}")
    return found
