"""The domains of `models.vae.model`, on a network that is as small as can be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS, SIZES
from values import LARGEST, MANY, not_between, not_whole, whole

from collapse_lib.models.vae import VAE, model

UNFITTED = VAE(height=4, width=4, latent=2, channels=1, epochs=1)
FITTED = UNFITTED.fit(np.eye(4)[None], rng=np.random.default_rng(0))
SHADES = st.lists(st.floats(0, 1), min_size=1, max_size=4)
IMAGES = SHADES.map(lambda shades: np.repeat(np.array(shades), 16).reshape(-1, 4, 4))
OTHERS = [np.zeros((4, 4)), np.zeros((2, 4, 8)), np.zeros((0, 4, 4)), np.full((1, 4, 4), 1.1), -np.ones((1, 4, 4))]
NO_IMAGES = NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from(OTHERS)
FOURS = st.sampled_from([4, 8, 28])


def as_given(found, **given):
    assert all(getattr(found, name) == value for name, value in given.items())


def anew(found, self, data, rng):
    assert found.weights.shape == FITTED.weights.shape and np.isfinite(found.weights).all() and self.weights is None


def pixels(found, self, size, rng):
    assert found.shape == (size, 4, 4) and (found >= 0).all() and (found <= 1).all()
    if self.draws == "pixels":
        assert set(found.flat) <= {0, 1}


def means(found, self, latent):
    assert found.shape == (len(latent), 4, 4) and (found >= 0).all() and (found <= 1).all()


def one_for_each(found, self, data):
    assert found.shape == (len(data), 2) and np.isfinite(found).all()


ROOM = model
EACH = st.sampled_from([FITTED, replace(FITTED, draws="pixels")])
TABLE = {
    "VAE": Border(
        VAE,
        arguments(
            height=FOURS, width=FOURS, latent=whole(1), channels=whole(1), epochs=whole(1), batch=whole(1),
            learning_rate=st.floats(1e-9, 1e9), beta=st.floats(0, 9), weight_decay=st.floats(0, 9),
            draws=st.sampled_from(["means", "pixels"]),
        ),
        as_given,
        {
            **dict.fromkeys(("height", "width"), not_whole(1, LARGEST) | st.sampled_from([1, 6])),
            **dict.fromkeys(("latent", "channels", "epochs", "batch"), not_whole(1, LARGEST)),
            "learning_rate": not_between(0) | MANY | st.just(0),
            **dict.fromkeys(("beta", "weight_decay"), not_between(0) | MANY),
            "draws": st.sampled_from([None, "", "modes", 3, ["means"]]),
        },
        apart=(NO_SAMPLES.filter(lambda value: value is not None) | NOT_FINITE_DATA | st.just(np.zeros((2, 2)))).map(
            lambda weights: {"weights": weights}
        ),
    ),
    "VAE.fit": Border(
        on("fit"), arguments(self=st.just(UNFITTED), data=IMAGES, rng=RNGS), anew, {"data": NO_IMAGES, "rng": NO_RNGS}
    ),
    "VAE.sample": Border(
        on("sample"), arguments(self=EACH, size=SIZES, rng=RNGS), pixels, {"size": not_whole(0), "rng": NO_RNGS}
    ),
    "VAE.decoded": Border(
        on("decoded"),
        arguments(self=EACH, latent=st.lists(st.tuples(*2 * [st.floats(-9, 9)]), min_size=1).map(np.array)),
        means,
        {"latent": NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from([np.zeros(2), np.zeros((2, 3))])},
    ),
    "VAE.encoded": Border(on("encoded"), arguments(self=EACH, data=IMAGES), one_for_each, {"data": NO_IMAGES}),
}  # fmt: skip
