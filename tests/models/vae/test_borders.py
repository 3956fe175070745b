"""Images in every guise are fitted alike; what is none is refused in the library's words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from guises import GUISES
from refusals import NO_GENERATORS, NO_NUMBERS, NO_SIZES, refused

from collapse_lib.models.vae import VAE

QUICK = VAE(4, 4, latent=2, channels=2, epochs=1)
IMAGES = np.random.default_rng(1).integers(0, 9, (6, 4, 4)) / 8  # few digits: every precision holds them
LATENT = np.random.default_rng(2).integers(-8, 9, (3, 2)) / 8
OF_IMAGES = {name: guise for name, guise in GUISES.items() if "pandas" not in name} | {
    "upside down": lambda data: data[:, ::-1].copy()[:, ::-1],
    "mirrored": lambda data: data[..., ::-1].copy()[..., ::-1],
    "turned": lambda data: data.transpose(0, 2, 1).copy().transpose(0, 2, 1),
}


@pytest.fixture(scope="module")
def fitted() -> VAE:
    return QUICK.fit(IMAGES, rng=np.random.default_rng(3))


@pytest.mark.parametrize("guise", OF_IMAGES)
def test_images_are_fitted_and_encoded_in_every_guise(guise, fitted) -> None:
    images = OF_IMAGES[guise](IMAGES)
    np.testing.assert_array_equal(QUICK.fit(images, rng=np.random.default_rng(3)).weights, fitted.weights)
    np.testing.assert_array_equal(fitted.encoded(images), fitted.encoded(IMAGES))


@pytest.mark.parametrize("guise", GUISES)
def test_latent_variables_and_weights_are_read_in_every_guise(guise, fitted) -> None:
    np.testing.assert_array_equal(fitted.decoded(GUISES[guise](LATENT)), fitted.decoded(LATENT))
    weights = np.round(fitted.weights * 64) / 64
    models = [replace(fitted, weights=w) for w in (GUISES[guise](weights), weights)]
    np.testing.assert_array_equal(*[model.decoded(LATENT) for model in models])


def test_black_and_white_may_be_true_and_false(fitted) -> None:
    np.testing.assert_array_equal(fitted.encoded(IMAGES > 0.5), fitted.encoded((IMAGES > 0.5).astype(float)))


@pytest.mark.parametrize(
    "data", [*NO_NUMBERS, IMAGES[:0], IMAGES[0], IMAGES * 255, IMAGES - 1, IMAGES * np.nan, IMAGES[:, :3]], ids=repr
)
def test_what_are_no_images_is_refused(data, fitted, rng) -> None:
    refused(QUICK.fit, data, rng=rng)
    refused(fitted.encoded, data)


@pytest.mark.parametrize("data", [*NO_NUMBERS, LATENT[0], LATENT[:, :1], LATENT * np.inf], ids=repr)
def test_what_are_no_latent_variables_is_refused(data, fitted) -> None:
    refused(fitted.decoded, data)


@pytest.mark.parametrize("value", [0, -4, 4.5, 8.0, "8", None, True, [8]], ids=repr)
@pytest.mark.parametrize("name", ["height", "width", "latent", "channels", "epochs", "batch"])
def test_what_counts_is_whole_and_at_least_1(name, value) -> None:
    assert name in refused(VAE, **{name: value})


@pytest.mark.parametrize("value", [-1, np.nan, np.inf, "0.1", None, True, [0.1, 0.2]], ids=repr)
@pytest.mark.parametrize("name", ["learning_rate", "beta", "weight_decay"])
def test_what_weighs_is_one_number(name, value) -> None:
    assert name in refused(VAE, **{name: value})


@pytest.mark.parametrize("value", [None, 0, "mean", ["means"], ("means", "pixels")], ids=repr)
def test_draws_are_named(value) -> None:
    refused(VAE, draws=value)


def test_weights_of_another_network_are_refused(fitted) -> None:
    assert "as many weights as it is given" in refused(replace(fitted, weights=fitted.weights[:-1]).decoded, LATENT)
    for weights in ("w", [["a"]], fitted.weights[None], fitted.weights * np.nan):
        refused(replace, fitted, weights=weights)


@pytest.mark.parametrize("rng", NO_GENERATORS, ids=repr)
def test_randomness_comes_from_a_generator(rng, fitted) -> None:
    assert "rng must be a numpy Generator" in refused(QUICK.fit, IMAGES, rng=rng)
    assert "rng must be a numpy Generator" in refused(fitted.sample, 3, rng=rng)


@pytest.mark.parametrize("size", NO_SIZES, ids=repr)
def test_a_size_is_whole(size, fitted, rng) -> None:
    refused(fitted.sample, size, rng=rng)
