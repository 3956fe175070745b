"""Every model, with what it must be able to learn. A new model earns its place by a line in CASES."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from multivariate import MultivariateGaussian

from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.language import LanguageModel, opt
from collapse_lib.models.learner import Learner
from collapse_lib.models.mixture import Mixture
from collapse_lib.models.ngram import Bigram
from collapse_lib.models.vae import VAE
from collapse_lib.recursion import Dataset, Sampler

BLOCKS = np.random.default_rng(7).integers(0, 5, (200, 4)) // np.arange(1, 5)


@dataclass(frozen=True)
class Case:
    """A model to start from, a truth that it can learn, what to compare of two datasets, and how much it reads."""

    model: Any
    truth: Sampler
    features: Callable[[Dataset], Dataset]
    enough: int = 20_000  # fewer for a model that is slow to fit; the tolerance follows


def moments(data: Dataset) -> Dataset:
    """Return each sample's numbers and their squares, shape (M, 2 d)."""
    flat = data.reshape(len(data), -1).astype(float)
    return np.hstack([flat, flat**2])


def pairs(data: Dataset) -> Dataset:
    """Return each sample's numbers, and each times its neighbour, shape (M, 2 d - 1)."""
    flat = data.reshape(len(data), -1).astype(float)
    return np.hstack([flat, flat[:, :-1] * flat[:, 1:]])


def indicators(data: Dataset) -> Dataset:
    """Return which token each sample is, shape (M, V)."""
    return data[:, None] == np.arange(8)


TILTED = MultivariateGaussian(np.array([1.0, -2.0]), np.array([[2.0, 0.6], [0.6, 0.5]]))
SPLIT = Mixture(np.array([0.5, 0.5]), np.array([[0.0, 0.0], [6.0, 3.0]]), np.stack([np.eye(2)] * 2))
ONE_OF_SPLIT = Mixture(np.ones(1), SPLIT.means[:1], SPLIT.covariances[:1])


class Pixels:
    """Images of 4 by 4 pixels, each black or white on its own, with chances from 0.2 to 0.8."""

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        chances = np.linspace(0.2, 0.8, 16).reshape(4, 4)
        return (rng.random((size, 4, 4)) < chances).astype(float)


SHADES = VAE(4, 4, latent=1, channels=8, epochs=15, draws="pixels")
CASES = {
    "Gaussian": Case(Gaussian(), Gaussian(5.0, 2.0), moments),
    "Gaussian, ddof 0": Case(Gaussian(ddof=0), Gaussian(-1.0, 0.1), moments),
    "Categorical": Case(Categorical(np.full(8, 1 / 8)), zipf(8), indicators),
    "Mixture": Case(SPLIT, Mixture(np.array([0.3, 0.7]), SPLIT.means + 1, 2 * SPLIT.covariances), pairs),
    "Mixture, one component": Case(ONE_OF_SPLIT, TILTED, pairs),
    "Learner": Case(Learner(Categorical(np.full(8, 1 / 8))), zipf(8), indicators),
    "Bigram": Case(Bigram(5), Bigram(5).fit(BLOCKS, rng=np.random.default_rng(0)), pairs),
    "VAE, pixels": Case(SHADES, Pixels(), moments, enough=4_000),
    "LanguageModel": Case(
        LanguageModel(opt(5, 4, width=16), 4, epochs=8, batch=256),
        Bigram(5).fit(BLOCKS, rng=np.random.default_rng(0)),
        pairs,
        enough=4_000,
    ),
}
