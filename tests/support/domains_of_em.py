"""The domains of `models.em`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, nothing, on
from domains_of_mixture import MIXTURES, TWO, TWO_AXES
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS, SIZES, data
from values import not_whole

from collapse_lib.models import em
from collapse_lib.models.em import Mixtures
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.mixture import Mixture

SIDE = st.lists(MIXTURES, min_size=1, max_size=3)
CLOUD = data(6, 12, (2,)).map(lambda found: found / 1e3)


def of_each(found, self, size, rng):
    assert found.shape == (len(self), size, 2) and np.isfinite(found).all()


DRAWN = {"size": not_whole(0), "rng": NO_RNGS}
ROOM = em
TABLE = {
    "Mixtures": Border(
        Mixtures,
        st.just({"weights": np.ones((3, 1)), "means": np.zeros((3, 1, 2)), "covariances": np.zeros((3, 1, 2, 2))}),
        nothing,
        {
            "weights": st.sampled_from([None, 1.0, np.ones(3), np.ones((3, 2))]),
            "means": st.sampled_from([None, np.zeros((3, 2)), np.zeros((3, 1, 1))]),
            "covariances": st.sampled_from([None, np.zeros((3, 2, 2)), np.zeros((3, 1, 2))]),
        },
    ),
    "Mixtures.of": Border(
        Mixtures.of,
        arguments(mixtures=SIDE),
        lambda found, mixtures: None,
        {
            "mixtures": st.sampled_from(
                [[], None, [None], [TWO, Gaussian()], TWO, [TWO, Mixture([1.0], [[0.0]], [[[1.0]]])]]
            )
        },
    ),
    "Mixtures.sample": Border(
        on("sample"), arguments(self=SIDE.map(Mixtures.of), size=SIZES, rng=RNGS), of_each, DRAWN
    ),
    "fitted": Border(
        em.fitted,
        arguments(start=st.just(Mixtures.of([TWO])), data=CLOUD.map(lambda found: found[None])),
        nothing,
        {
            "start": st.sampled_from([None, TWO, []]),
            "data": NO_SAMPLES
            | NOT_FINITE_DATA
            | st.sampled_from(
                [np.zeros(9), np.zeros((9, 2)), np.zeros((2, 9, 2)), np.zeros((1, 9, 3)), np.zeros((1, 0, 2))]
            ),
        },
    ),
    "densities": Border(
        em.densities,
        arguments(now=st.just(Mixtures.of([TWO])), points=CLOUD),
        lambda found, now, points: None,
        {"now": st.sampled_from([None, TWO]), "points": TWO_AXES},
    ),
}
