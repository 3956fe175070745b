"""The domains of `experiments.digits`."""

from __future__ import annotations

import numpy as np
import pytest
from borders_of_digit_errors import BORDERS as OF_ERRORS
from borders_of_digit_errors import NO_COUNTS
from borders_of_digit_measures import BORDERS as OF_MEASURES
from borders_of_digit_measures import JUDGE, NO_GENERATIONS, PAINTED, REAL, Painter, numbers_of_a_generation
from borders_of_digit_tables import BORDERS as OF_TABLES
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS

from collapse_lib.data.digits import Pictures
from collapse_lib.experiments import digits
from collapse_lib.experiments.digits import runs
from collapse_lib.experiments.digits.measures import Evaluator
from collapse_lib.models.gaussian import Gaussian

INK = st.integers(0, 3).flatmap(lambda m: st.just(np.linspace(0, 1, 4 * m).reshape(m, 2, 2)))


def every_pixel(found, images):
    assert all(len(column) == images.size for column in found.values())
    np.testing.assert_allclose(found["ink"] / 15, images.ravel(), atol=1 / 30)


def fitting_the_images(found, height, width):
    assert (found.height, found.width) == (height, width) and found.beta == pytest.approx(0.3 * height * width / 64)


ROOM = digits
UNTRIED = {
    **dict.fromkeys(("record", "record_rare", "record_cures", "truth"), "it takes nothing, and minutes"),
    **dict.fromkeys(("ClusterShift", "ClusterShift.__call__", "ClusterShift.shares"), "it draws 10,000 pictures"),
    **dict.fromkeys(("cures", "weight_count"), "it takes nothing: tests/experiments/digits"),
}
FOURS = st.sampled_from([4, 8, 12])
TABLE = {
    **OF_ERRORS,
    **OF_MEASURES,
    **OF_TABLES,
    "Album": Border(
        runs.Album,
        arguments(evaluator=st.just(JUDGE), size=st.integers(1, 9), latent=st.integers(1, 9), rng=RNGS),
        lambda found, latent, **_: np.testing.assert_equal(found.latent.shape, (24, latent)),
        {"evaluator": st.sampled_from([None, REAL, Evaluator]), "size": NO_COUNTS, "latent": NO_COUNTS, "rng": NO_RNGS},
    ),
    "Album.__call__": Border(
        lambda self, generation: self(generation),
        arguments(self=RNGS.map(lambda rng: runs.Album(JUDGE, 5, 8, rng=rng)), generation=PAINTED),
        numbers_of_a_generation,
        {"generation": NO_GENERATIONS},
    ),
    "pixels": Border(
        runs.pixels,
        arguments(images=INK),
        every_pixel,
        {
            "images": NO_SAMPLES
            | NOT_FINITE_DATA
            | st.sampled_from([np.zeros((8, 8)), np.full((1, 2, 2), 1.1), -np.ones((1, 2, 2))])
        },
    ),
    "survey": Border(
        runs.survey,
        st.just(
            {
                "start": Painter(),
                "real": REAL,
                "policies": ["replace"],
                "draws": ["means"],
                "last": 0,
                "replicates": 1,
                "seed": 0,
            }
        ),
        None,
        {
            "start": st.sampled_from([None, 3, Gaussian(), "VAE"]),
            "real": st.sampled_from([None, 3, Pictures, REAL.images]),
            "policies": st.sampled_from([None, [], "replace", ["20% kept"], [None], 3]),
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
            "draws": st.sampled_from([None, [], "means", ["modes"], [None], 3]),
        },
    ),
    "start": Border(
        runs.start,
        arguments(height=FOURS, width=FOURS),
        fitting_the_images,
        dict.fromkeys(("height", "width"), NO_COUNTS | st.sampled_from([1, 6])),
    ),
}
