"""The domains of `experiments.resampling`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS

from collapse_lib.experiments import resampling

RUNS = st.integers(1, 6).map(lambda runs: np.arange(2.0 * runs).reshape(runs, 2))
NO_FOUND = NO_SAMPLES | NOT_FINITE_DATA


def drawn_from_the_runs(found, runs, rng):
    assert found.shape == (resampling.RESAMPLES, *runs.shape) and set(found.flat) <= set(runs.flat)


def within_what_was_found(low_high, found):
    low, high = low_high
    assert (found.min(axis=0) <= low).all() and (low <= high).all() and (high <= found.max(axis=0)).all()


ROOM = resampling
TABLE = {
    "resampled": Border(
        resampling.resampled, arguments(runs=RUNS, rng=RNGS), drawn_from_the_runs, {"runs": NO_SAMPLES, "rng": NO_RNGS}
    ),
    "interval": Border(resampling.interval, arguments(found=RUNS), within_what_was_found, {"found": NO_FOUND}),
}
