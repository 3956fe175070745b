"""The autoencoder of images: what it draws, what it refuses, and that it learns to give an image back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from tolerances import assert_share

from collapse_lib import data
from collapse_lib.models.vae import VAE
from collapse_lib.models.vae.network import tiles, untiled

QUICK = VAE(channels=4, latent=2, epochs=1)


@pytest.fixture(scope="module")
def real() -> np.ndarray:
    return data.digits.load().images


@pytest.fixture(scope="module")
def fitted(real) -> VAE:
    return VAE(epochs=30).fit(real, rng=np.random.default_rng(0))


def test_a_fitted_one_gives_an_image_back_better_than_the_mean_image_would(fitted, real):
    back = fitted.decoded(fitted.encoded(real))
    assert np.mean((back - real) ** 2) < 0.5 * np.mean((real.mean(axis=0) - real) ** 2)


def test_it_draws_the_mean_image_of_the_real_ones(fitted, real, rng):
    drawn = fitted.sample(2_000, rng=rng)
    assert np.abs(drawn.mean(axis=0) - real.mean(axis=0)).mean() < 0.05


def test_its_hidden_numbers_look_like_a_standard_normal(fitted, real):
    latent = fitted.encoded(real)
    assert np.abs(latent.mean(axis=0)).max() < 0.4
    assert (latent.std(axis=0) < 1.2).all()


def test_pixels_are_black_or_white_with_the_means_as_their_chances(fitted):
    model = replace(fitted, draws="pixels")
    many = 3_000

    class Fixed(np.random.Generator):
        """A generator that gives the same latent variables for every image, and true randomness otherwise."""

        def __init__(self) -> None:
            super().__init__(np.random.PCG64(6))

        def standard_normal(self, shape):
            return np.broadcast_to(np.random.default_rng(5).standard_normal(shape[1]), shape)

    drawn = model.sample(many, rng=Fixed())
    assert set(np.unique(drawn)) == {0.0, 1.0}
    chances = model.decoded(np.random.default_rng(5).standard_normal((1, model.latent)))[0]
    assert_share(drawn, chances, slack=1e-6)


def test_means_are_grey(fitted, rng):
    drawn = fitted.sample(10, rng=rng)
    assert ((drawn > 0) & (drawn < 1)).mean() > 0.9


def test_a_fit_begins_anew_whatever_came_before(real):
    before = QUICK.fit(real[:100], rng=np.random.default_rng(1))
    again, anew = (model.fit(real[100:200], rng=np.random.default_rng(2)) for model in (before, QUICK))
    np.testing.assert_array_equal(again.weights, anew.weights)


def test_torchs_own_randomness_is_left_as_it_was(real, rng):
    state = torch.get_rng_state()
    QUICK.fit(real[:64], rng=rng).sample(3, rng=rng)
    assert torch.equal(torch.get_rng_state(), state)


def test_a_tile_holds_neighbours_and_comes_apart_again(rng):
    image = torch.arange(96.0).reshape(1, 12, 8)
    found = tiles(image)
    assert found.shape == (1, 6, 4, 4)
    assert found[0, 1, 2].tolist() == [image[0, y, x].item() for y in (2, 3) for x in (4, 5)]
    assert torch.equal(untiled(found, 12, 8), image)


def test_images_of_another_size_are_learned(rng):
    tall = VAE(height=12, width=8, channels=2, latent=1, epochs=1)
    assert tall.fit(rng.random((20, 12, 8)), rng=rng).sample(3, rng=rng).shape == (3, 12, 8)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (np.full((3, 8, 8), 1.5), "pixels must lie between 0 and 1, got 1.5 to 1.5"),
        (np.full((3, 8, 8), -0.1), "pixels must lie between 0 and 1, got -0.1 to -0.1"),
        (np.full((3, 8, 8), np.nan), "data must be finite"),
        (np.full((3, 8, 8), np.inf), "data must be finite"),
        (np.zeros((3, 8, 4)), r"an image must have 8 by 8 pixels, got shape \(3, 8, 4\)"),
    ],
)
def test_images_that_are_none_are_refused(data, match, rng):
    with pytest.raises(ValueError, match=match):
        QUICK.fit(data, rng=rng)


@pytest.mark.parametrize(
    ("setting", "match"),
    [
        ({"draws": "noise"}, "draws must be one of 'means', 'pixels', got 'noise'"),
        ({"height": 10}, "height and width must be multiples of 4, got 10 and 8"),
        ({"latent": 0}, "latent must be at least 1, got 0"),
        ({"learning_rate": float("nan")}, "learning_rate must be positive and finite, got nan"),
    ],
)
def test_settings_that_make_no_sense_are_refused(setting, match):
    with pytest.raises(ValueError, match=match):
        VAE(**setting)


def test_an_unfitted_one_says_so(rng):
    with pytest.raises(RuntimeError, match="must be fitted before it is used: call fit first"):
        QUICK.sample(3, rng=rng)
