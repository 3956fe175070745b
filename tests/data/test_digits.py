"""The pictures of digits: what they are, how some are taken of them, and where they come from."""

from __future__ import annotations

import dataclasses
from urllib.error import URLError

import numpy as np
import pytest
from guises import GUISES
from refusals import NO_GENERATORS, NO_NUMBERS, NO_SIZES, refused
from sklearn.utils import Bunch

from collapse_lib import data
from collapse_lib.experiments.digits import runs


@pytest.fixture(scope="module")
def real() -> data.digits.Pictures:
    return data.digits.load()


def test_the_digits_are_images_in_0_to_1(real):
    assert real.images.shape == (1_797, 8, 8)
    assert (real.images.min(), real.images.max()) == (0, 1)
    assert np.bincount(real.labels).min() > 170


def test_some_of_them_are_different_ones_with_their_digits(real, rng):
    numbered = data.digits.Pictures(np.arange(1_797).reshape(-1, 1, 1) / 2_048, real.labels)
    some = numbered.subset(300, rng=rng)
    which = (2_048 * some.images.ravel()).astype(int)
    assert len(set(which)) == 300
    assert (some.labels == real.labels[which]).all()


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
    with pytest.raises(ValueError, match="name must be one of 'digits', 'mnist', got 'cats'"):
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


# In every guise, or refused

IMAGES, LABELS = np.arange(24).reshape(6, 2, 2) / 32, np.array([0, 1, 8, 1, 0, 8])
OF_IMAGES = {name: guise for name, guise in GUISES.items() if "pandas" not in name}


@pytest.mark.parametrize("guise", GUISES)
def test_labels_are_read_in_every_guise(guise, rng):
    found = data.digits.Pictures(IMAGES, GUISES[guise](LABELS)).with_rare(8, 0.2, rng=rng)
    assert sorted(found.labels.tolist()) == [0, 0, 1, 1, 8]


@pytest.mark.parametrize("guise", OF_IMAGES)
def test_images_are_read_in_every_guise(guise):
    found = data.digits.Pictures(OF_IMAGES[guise](IMAGES), LABELS)
    np.testing.assert_array_equal(found.images, IMAGES)
    assert found.images.dtype.isnative and min(found.images.strides) > 0


@pytest.mark.parametrize(
    "wrong", [*NO_NUMBERS, IMAGES[0], IMAGES * 255, IMAGES - 1, IMAGES * np.nan, IMAGES[:5]], ids=repr
)
def test_what_are_no_images_is_refused(wrong):
    refused(data.digits.Pictures, wrong, LABELS)


@pytest.mark.parametrize(
    "wrong", [*NO_NUMBERS, LABELS + 5, LABELS - 1, LABELS / 2, LABELS[:5], LABELS[:, None]], ids=repr
)
def test_what_are_no_labels_is_refused(wrong):
    refused(data.digits.Pictures, IMAGES, wrong)


@pytest.mark.parametrize("share", [1, 1.5, 2, -0.1, np.nan, "2%", None, [0.1], True], ids=repr)
def test_a_share_is_at_least_0_and_below_1(share, real, rng):
    refused(real.with_rare, 8, share, rng=rng)


@pytest.mark.parametrize("digit", [-1, 10, 1.5, "8", None], ids=repr)
def test_a_digit_is_one(digit, real, rng):
    refused(real.with_rare, digit, 0.02, rng=rng)


def test_what_is_chosen_at_random_is_chosen_by_a_generator(real):
    for rng in NO_GENERATORS:
        refused(real.subset, 3, rng=rng)
        refused(real.with_rare, 8, 0.02, rng=rng)


@pytest.mark.parametrize("size", NO_SIZES, ids=repr)
def test_a_size_is_whole(size, real, rng):
    refused(real.subset, size, rng=rng)


@pytest.mark.parametrize("name", [None, 3, ["digits"], "cats", True], ids=repr)
def test_pictures_are_named(name):
    refused(data.digits.load, name)
