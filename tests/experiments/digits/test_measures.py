"""The pictures, and the evaluator that looks at what a model draws."""

from __future__ import annotations

import dataclasses
from urllib.error import URLError

import numpy as np
import pytest
from sklearn.utils import Bunch

from collapse_lib import data, recorded
from collapse_lib.experiments.digits import runs
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


def test_the_digits_are_images_in_0_to_1(real):
    assert real.images.shape == (1_797, 8, 8)
    assert (real.images.min(), real.images.max()) == (0, 1)
    assert np.bincount(real.labels).min() > 170


def test_some_of_them_are_different_ones_with_their_digits(real, rng):
    numbered = data.digits.Pictures(np.arange(1_797), real.labels)
    some = numbered.subset(300, rng=rng)
    assert len(set(some.images)) == 300
    assert (some.labels == real.labels[some.images]).all()


def test_there_cannot_be_more_of_them_than_there_are(real, rng):
    with pytest.raises(ValueError, match="between 0 and 1797, got 1798"):
        real.subset(1_798, rng=rng)


def test_a_digit_can_be_made_rare(real, rng):
    rare = real.with_rare(8, 0.02, rng=rng)
    assert np.mean(rare.labels == 8) == pytest.approx(0.02, abs=5e-4)
    assert (np.bincount(rare.labels)[:8] == np.bincount(real.labels)[:8]).all()


def test_a_digit_cannot_be_made_commoner_than_it_is(real, rng):
    with pytest.raises(ValueError, match=r"of the digit 8 there must be \d+ for a share of 0.5, got 174"):
        real.with_rare(8, 0.5, rng=rng)


def test_other_pictures_are_refused():
    with pytest.raises(ValueError, match=r"pictures must be one of \('digits', 'mnist'\), got 'cats'"):
        data.digits.load("cats")


def test_without_a_network_it_says_what_to_do(monkeypatch):
    def unreachable(*_, **__):
        raise URLError("no network")

    monkeypatch.setattr("sklearn.datasets.fetch_openml", unreachable)
    with pytest.raises(FileNotFoundError, match=r"OpenML cannot be reached: go online once, or use load\(\"digits\"\)"):
        data.digits.load("mnist")


def test_mnist_comes_as_openml_has_it_and_a_model_can_learn_it(monkeypatch, rng):
    grey, named = rng.integers(256, size=(20, 784)).astype(float), rng.integers(10, size=20).astype(str).astype(object)
    monkeypatch.setattr("sklearn.datasets.fetch_openml", lambda *_, **__: Bunch(data=grey, target=named))
    found = data.digits.load("mnist")
    assert found.images.shape == (20, 28, 28)
    np.testing.assert_allclose(255 * found.images.reshape(20, 784), grey)
    assert found.labels.tolist() == [int(name) for name in named]
    learned = dataclasses.replace(runs.start(28, 28), epochs=1).fit(found.images, rng=rng)
    assert learned.sample(2, rng=rng).shape == (2, 28, 28)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_the_usual_weight_of_the_latent_variables_pixels_narrow_as_chapter_8_says(seed, real):
    usual = dataclasses.replace(runs.start(), beta=1.0)
    table = runs.survey(usual, real, policies=["replace"], draws=["pixels"], last=4, replicates=1, seed=seed)
    assert table["pixels"].iloc[-1] < 0.7 * table["pixels"].iloc[0]


# What chapter 8 says in words

RARE_AND_COMMON = ("rare-digit", "images")


def test_with_a_tenth_kept_and_a_rare_four_most_drawings_end_as_one_digit():
    table = recorded.load("rare-digit").query("policy == '10% kept' and generation == 8")
    assert table["digit 8"].median() > 0.5


def test_common_digits_go_too_and_later():
    rare, common = (recorded.load(name).query("policy == '10% kept' and draws == 'means'") for name in RARE_AND_COMMON)
    left = common.groupby("generation")["digit 4"].median()
    assert rare.query("generation == 7")["digit 4"].max() == 0
    assert 0 < left[8] / left[0] < 0.25


def test_only_longer_training_does_better_in_each_run():
    by_cure = recorded.load("image-cures").query("generation == 5").groupby("cure")["coverage"]
    least, usual = by_cure.min(), by_cure.max()["as it is"]
    assert set(least[least > usual].index) == {"three times the training"}


def test_with_the_usual_weight_means_and_pixels_narrow_in_each_run():
    by_run = recorded.load("image-cures").groupby(["cure", "replicate", "generation"])["pixels"].first().unstack()
    assert (by_run[5]["the usual weight"] < 0.001).all()
    assert (by_run[5]["the usual weight, pixels"] < 0.7 * by_run[0]["the usual weight, pixels"]).all()


def test_at_generation_6_no_run_uses_its_latent_variables_any_more():
    table = recorded.load("images").query("policy == 'replace' and draws == 'means'").groupby("generation")["latent"]
    assert table.median()[5] > 0.1
    assert table.max()[6] < 0.02


def test_with_the_usual_weight_means_take_the_range_within_two_copies():
    usual = recorded.load("image-cures").query("cure == 'the usual weight' and generation == 2")
    assert usual["coverage"].median() < 0.01


def test_density_rises_for_two_copies_and_range_falls_from_the_first():
    table = recorded.load("images").query("policy == 'replace' and draws == 'means'")
    middle = table.groupby("generation")[["density", "coverage"]].median()
    assert middle["density"].idxmax() == 2
    assert (middle["coverage"].diff()[1:7] < 0).all()


# The evaluator


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
    assert sum(start[f"digit {d}"] for d in range(10)) == pytest.approx(1)
    assert start["balance"] > 0.8
    assert [end["balance"], end["pixels"], end["latent"]] == pytest.approx([0, 0, 0], abs=1e-5)
    assert end["precision"] == 1
    assert end["coverage"] < start["coverage"]
