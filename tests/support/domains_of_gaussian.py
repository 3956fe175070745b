"""The domains of `models.gaussian`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, nothing, on
from hypothesis import strategies as st
from things import NO_DATASETS, NO_RNGS, NOT_FINITE_DATA, NUMBERS, RNGS, SIZES, data
from values import MANY, not_between, not_whole

from collapse_lib.models import gaussian
from collapse_lib.models.gaussian import Gaussian

ONE_AXIS = NO_DATASETS | NOT_FINITE_DATA | st.sampled_from([np.zeros((9, 2)), [[1.0, 2.0]]])


def as_computed(found, self, data, rng):
    assert found.mean == pytest.approx(np.mean(data), abs=1e-6)
    assert found.std == pytest.approx(np.std(data, ddof=self.ddof), abs=1e-6)


def so_many(found, self, size, rng):
    assert found.shape == (size,) and np.isfinite(found).all()


DRAWN = {"size": not_whole(0), "rng": NO_RNGS}
ROOM = gaussian
TABLE = {
    "Gaussian": Border(
        Gaussian,
        arguments(mean=NUMBERS, std=st.floats(0, 1e6), ddof=st.integers(0, 3)),
        nothing,
        {"mean": not_between() | MANY, "std": not_between(0) | MANY, "ddof": not_whole(0)},
    ),
    "Gaussian.fit": Border(
        on("fit"),
        arguments(self=st.sampled_from([Gaussian(), Gaussian(ddof=0)]), data=data(2), rng=RNGS),
        as_computed,
        {"data": ONE_AXIS, "rng": NO_RNGS},
    ),
    "Gaussian.sample": Border(
        on("sample"),
        arguments(self=st.builds(Gaussian, NUMBERS, st.floats(0, 1e6)), size=SIZES, rng=RNGS),
        so_many,
        DRAWN,
    ),
}
