"""The evaluator looks at what a model draws, and what is noted tells the range of it from its quality."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import data
from collapse_lib.experiments.digits.measures import DigitMeasures, Evaluator
from collapse_lib.models.vae import VAE
from collapse_lib.recursion import Generation


@pytest.fixture(scope="module")
def real() -> data.digits.Pictures:
    return data.digits.load()


@pytest.fixture(scope="module")
def halves(real) -> list[data.digits.Pictures]:
    """Two halves by lot: as they lie, each writer's digits stand together."""
    order = np.random.default_rng(4).permutation(len(real.images))
    return [data.digits.Pictures(real.images[part], real.labels[part]) for part in np.array_split(order, 2)]


@pytest.fixture(scope="module")
def evaluator(halves) -> Evaluator:
    return Evaluator(halves[0])


def test_the_evaluator_knows_digits_that_it_has_not_seen(evaluator, halves):
    assert np.mean(evaluator.digits(halves[1].images) == halves[1].labels) > 0.96


def test_real_pictures_are_precise_and_cover(evaluator, halves):
    # Of the five nearest among as many others, each is from either half with one chance: 1 - 1/2^5 are covered.
    found = evaluator.measures(halves[1].images)
    assert found["coverage"] == pytest.approx(1 - 0.5**5, abs=0.03)
    assert found["precision"] > 0.9
    assert found["density"] == pytest.approx(1, abs=0.05)


def test_one_real_picture_again_and_again_is_precise_and_covers_nothing(real, evaluator):
    found = evaluator.measures(np.repeat(real.images[:1], 500, axis=0))
    assert found["precision"] == 1
    assert found["coverage"] < 0.02


def test_a_smudge_in_one_wide_neighbourhood_is_precise_and_not_dense(evaluator, halves):
    """One picture far from all others has a fifth neighbour far away, and takes in what lies between."""
    alone = data.digits.Pictures(
        np.append(halves[0].images, np.ones((1, 8, 8)), axis=0), np.append(halves[0].labels, 8)
    )
    found = Evaluator(alone).measures(np.full((500, 8, 8), 0.9))
    assert found["precision"] == 1
    assert found["density"] == pytest.approx(1 / 5)
    assert evaluator.measures(np.full((500, 8, 8), 0.9))["precision"] == 0


def test_noise_is_neither(evaluator, rng):
    assert set(evaluator.measures(rng.random((500, 8, 8))).values()) == {0.0}


def test_what_is_noted_tells_one_picture_for_ever_from_the_real_ones(real, evaluator, rng):
    first = VAE(epochs=40).fit(real.images, rng=rng)

    class Same(VAE):
        def decoded(self, latent):
            return np.repeat(real.images[:1], len(latent), axis=0)

    note = DigitMeasures(evaluator, 300, rng=rng)
    start = note(Generation(0, first, real.images, real.images))
    end = note(Generation(1, Same(), real.images, real.images))
    assert sum(start["shares"]["share"]) == pytest.approx(1)
    assert end["shares"]["share"].max() == 1
    assert start["balance"] > 0.8
    assert [end["balance"], end["pixels"], end["latent"]] == pytest.approx([0, 0, 0], abs=1e-5)
    assert end["precision"] == 1
    assert end["coverage"] < start["coverage"]
