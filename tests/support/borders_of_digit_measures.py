"""The borders of `experiments.digits.measures`, for the table of `experiments.digits`."""

from __future__ import annotations

import numpy as np
import pytest
from borders_of_digit_errors import NO_COUNTS
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS

from collapse_lib.data.digits import Pictures, load
from collapse_lib.experiments.digits import measures
from collapse_lib.experiments.digits.measures import Evaluator
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.recursion import Generation

REAL = Pictures(load().images[:60], load().labels[:60])
JUDGE = Evaluator(REAL)
IMAGES = st.lists(st.integers(0, 59), min_size=1, max_size=6).map(lambda chosen: REAL.images[chosen])
NO_IMAGES = NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from([np.zeros((8, 8)), np.zeros((3, 2, 2)), np.zeros((0, 8, 8))])
NO_GENERATIONS = st.sampled_from([None, 3, "generation", [], Generation(0, Gaussian(), None, None)])


class Painter:
    """What can be measured: a model that draws real pictures."""

    latent = 8

    def decoded(self, latent):
        return np.resize(REAL.images, (len(latent), 8, 8))

    def encoded(self, images):
        return images.reshape(len(images), -1)[:, :8]


PAINTED = st.just(Generation(0, Painter(), None, None))


def of_real_pictures(found, real):
    assert (found.digits(real.images) == real.labels).mean() > 0.5


def digits_of_each(found, self, images):
    assert found.shape == (len(images),) and set(found) <= set(range(10))


def shares_of_1(found, self, images):
    assert found.shape == (10,) and found.sum() == pytest.approx(1)


def near_itself(found, self, images):
    assert found.shape == (len(images), 60) and found.any(axis=1).all()


def between_0_and_1(found, self, images):
    assert found["precision"] == 1 and 0 < found["coverage"] <= 1 and found["density"] > 0


def numbers_of_a_generation(found, self, generation):
    assert 0 <= found["balance"] <= 1 and found["precision"] == 1 and found["pixels"] > 0 and found["latent"] > 0
    assert sum(found["shares"]["share"]) == pytest.approx(1)


BORDERS = {
    "Evaluator": Border(
        Evaluator,
        st.just({"real": REAL}),
        of_real_pictures,
        {"real": st.sampled_from([None, 3, Pictures, REAL.images, Pictures(REAL.images[:5], REAL.labels[:5])])},
    ),
    **{
        f"Evaluator.{name}": Border(on(name), arguments(self=st.just(JUDGE), images=IMAGES), law, {"images": NO_IMAGES})
        for name, law in (
            ("digits", digits_of_each),
            ("shares", shares_of_1),
            ("near", near_itself),
            ("measures", between_0_and_1),
        )
    },
    "as_autoencoder": Border(
        lambda value: measures.as_autoencoder(value, "value"),
        st.just({"value": Painter()}),
        lambda found, value: np.testing.assert_equal(found, value),
        {"value": st.sampled_from([None, 3, Gaussian(), "VAE", Painter])},
    ),
    "DigitMeasures": Border(
        measures.DigitMeasures,
        arguments(evaluator=st.just(JUDGE), size=st.integers(1, 9), rng=RNGS),
        lambda found, **_: None,
        {"evaluator": st.sampled_from([None, REAL, Evaluator]), "size": NO_COUNTS, "rng": NO_RNGS},
    ),
    "DigitMeasures.__call__": Border(
        lambda self, generation: self(generation),
        arguments(self=RNGS.map(lambda rng: measures.DigitMeasures(JUDGE, 5, rng=rng)), generation=PAINTED),
        numbers_of_a_generation,
        {"generation": NO_GENERATIONS},
    ),
}
