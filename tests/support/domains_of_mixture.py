"""The domains of `models.mixture`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, nothing, on
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS, SIZES, data
from values import not_whole

from collapse_lib.models import mixture
from collapse_lib.models.mixture import Mixture

TWO_AXES = NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from([np.zeros(9), np.zeros((9, 3)), np.zeros((1, 2, 2))])
OTHER_MATRICES = st.sampled_from([[[1, 2], [3, 1]], [[1, 2], [2, 1]], [[-1, 0], [0, 1]], [[np.nan, 0], [0, 1]]]).map(
    lambda matrix: [matrix, matrix]
)
TWO = Mixture([0.5, 0.5], [[0.0, 0.0], [6.0, 3.0]], [np.eye(2), np.eye(2)])
MIXTURES = st.builds(
    lambda share, means, wide: Mixture([share, 1 - share], means, [wide * np.eye(2), np.eye(2)]),
    st.floats(0, 1),
    data(2, 2, (2,)),
    st.floats(0, 100),
)

CLOUD = data(6, 12, (2,)).map(lambda found: np.round(found / 1e3, 3))


def so_many_points(found, self, size, rng):
    assert found.shape == (size, 2) and np.isfinite(found).all()


def squared_again(found, covariances):
    np.testing.assert_allclose(found @ found.swapaxes(-1, -2), covariances, atol=1e-9)


def likelier(found, self, data, rng):
    assert found.weights.sum() == pytest.approx(1)


PARTS = arguments(
    weights=st.floats(0, 1).map(lambda share: [share, 1 - share]),
    means=data(2, 2, (2,)),
    covariances=st.floats(0, 9).map(lambda wide: [wide * np.eye(2), np.eye(2)]),
    warm=st.booleans(),
)

DRAWN = {"size": not_whole(0), "rng": NO_RNGS}
ROOM = mixture
TABLE = {
    "Mixture": Border(
        Mixture,
        PARTS,
        nothing,
        {
            "weights": NO_SAMPLES
            | st.sampled_from([[0.5, 0.6], [50, 50], [1.0], [1.5, -0.5], [np.nan, 1], [[0.5, 0.5]]]),
            "means": NO_SAMPLES
            | st.sampled_from([[0.0, 1.0], np.zeros((3, 2)), np.zeros((2, 3)), np.full((2, 2), np.inf)]),
            "covariances": NO_SAMPLES
            | OTHER_MATRICES
            | st.sampled_from([np.eye(2), np.zeros((2, 3, 3)), np.zeros((1, 2, 2))]),
        },
    ),
    "Mixture.fit": Border(
        on("fit"),
        arguments(self=st.just(TWO), data=CLOUD, rng=RNGS),
        likelier,
        {"data": TWO_AXES | st.just(np.zeros((0, 2))), "rng": NO_RNGS},
    ),
    "Mixture.sample": Border(on("sample"), arguments(self=MIXTURES, size=SIZES, rng=RNGS), so_many_points, DRAWN),
    "roots": Border(
        mixture.roots,
        arguments(covariances=data(2, 5, (3,)).map(lambda found: found.T @ found / 1e12)),
        squared_again,
        {"covariances": NO_SAMPLES | st.sampled_from([[1.0], np.zeros((2, 3)), [[np.nan]], 2.0])},
    ),
}
