"""Laws of refitted Gaussians that see some new real data each time. Domain and truth are those of `replaced`."""

from __future__ import annotations

from typing import Any

import numpy as np

from ... import checks


def refresh_moments(
    refits: int, samples: int, fresh: int, *, ddof: int = 1, start: tuple[float, float] = (0.0, 1.0)
) -> tuple[float, float]:
    """Return E[(mean_n - mu)^2] and E[sigma_n^2] when `fresh` of the M samples are new real ones each time.

    Exact: both follow a linear recursion. With fresh = 0 it is replace; with fresh > 0 it has a fixed point, which it
    nears by about a factor 1 - fresh / M each time, from wherever it begins. `start` is the squared error of the mean
    and the variance at refit 0, the truth's unless said otherwise, each finite and at least 0.
    Here 0 <= fresh <= M, and M > ddof is enough.

    >>> round(refresh_moments(1, 100, 10, start=(0.0, 0.1))[1], 2)
    0.19
    """
    ddof = checks.whole(ddof, "ddof", most=1)
    samples = checks.whole(samples, "samples", most=checks.LARGEST)
    checks.more_samples_than_ddof(samples, ddof)
    fresh = checks.whole(fresh, "fresh samples", most=samples)
    refits = checks.whole(refits, "refits", most=checks.LARGEST)
    begun = checks.finite_number(checks.dimensions(start, 1, name="start"), "start", least=0, most=checks.LARGEST)
    if len(begun) != 2:
        raise ValueError(f"start must be two numbers, the error of the mean and the variance, got {len(begun)}")
    error, variance, _ = np.linalg.matrix_power(_refreshed(samples, fresh, ddof), refits) @ [*begun, 1.0]
    return float(error), float(variance)


def _refreshed(samples: int, fresh: int, ddof: int) -> Any:
    """Return the matrix that takes (E[(mean - mu)^2], E[sigma^2], 1) to the next refit's."""
    old, new, mixed = (samples - fresh) / samples, fresh / samples, float(0 < fresh < samples)
    error = [old * old, old / samples, new / samples]
    squares = [mixed * old * fresh, max(samples - fresh - 1, 0) + mixed * new, max(fresh - 1, 0) + mixed * old]
    return np.array([error, [part / (samples - ddof) for part in squares], [0.0, 0.0, 1.0]])
