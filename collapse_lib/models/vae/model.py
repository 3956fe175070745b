"""A small convolutional variational autoencoder for images in [0, 1] (Kingma & Welling 2014).

An encoder turns an image into a bell over a few latent variables, a decoder turns latent variables into the mean of
each pixel. Training asks for images that come back as they were, and for latent variables that look like N(0, 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import torch
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from ... import checks
from ...recursion import Dataset
from .network import DEVICE, Network, tiles, train, untiled

DRAWS = ("means", "pixels")
WHOLE = ("height", "width", "latent", "channels", "epochs", "batch")


@dataclass(frozen=True, eq=False)
class VAE:
    """A VAE over images of `height` by `width` pixels, both multiples of 4.

    Each fit begins anew from random weights and makes `epochs` passes. `draws` says what `sample` returns, which
    changes what is lost: the decoder's "means", smooth and without the chance of single pixels, as in the released code
    of Shumailov et al. (2024); or "pixels", black or white with those means as their chances. `beta` weighs the
    divergence of the latent variables from N(0, 1). `weights` has shape (P,).

    Sizes, `epochs` and `batch` are whole and at least 1, `learning_rate` is positive, `beta` and `weight_decay` are at
    least 0. Raises ValueError outside this domain and for other `draws`, TypeError for what is of another kind.
    """

    height: int = 8
    width: int = 8
    latent: int = 8
    channels: int = 16
    epochs: int = 60
    learning_rate: float = 5e-3
    batch: int = 128
    beta: float = 1.0
    weight_decay: float = 0.0
    draws: str = "means"
    weights: Dataset | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        found: dict[str, Any] = {
            name: checks.whole(getattr(self, name), name, least=1, most=checks.LARGEST) for name in WHOLE
        }
        found |= {name: checks.within(getattr(self, name), name, 0) for name in ("beta", "weight_decay")}
        found |= {"learning_rate": checks.positive(self.learning_rate, "learning_rate")}
        if self.weights is not None:
            found["weights"] = checks.finite(checks.dimensions(self.weights, 1, name="weights"), name="weights")
        for name, value in found.items():
            object.__setattr__(self, name, value)
        if self.height % 4 or self.width % 4:
            raise ValueError(f"height and width must be multiples of 4, got {self.height} and {self.width}")
        checks.known(self.draws, DRAWS, "draws")

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> VAE:
        """Return a VAE trained from scratch on images, shape (M, height, width).

        Raises ValueError if `data` has another shape, is empty or leaves [0, 1], TypeError if it holds no numbers.
        """
        checks.generator(rng)
        images = tiles(_tensor(self._checked(data)))
        with torch.random.fork_rng():
            torch.manual_seed(int(rng.integers(2**63)))
            network = self._untrained()
            train(
                network, images, epochs=self.epochs, learning_rate=self.learning_rate, batch=self.batch,
                beta=self.beta, weight_decay=self.weight_decay,
            )  # fmt: skip
        return replace(self, weights=parameters_to_vector(network.parameters()).detach().cpu().numpy())

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` images, shape (size, height, width). Raises RuntimeError if the model is not fitted."""
        latent = checks.generator(rng).standard_normal((checks.size(size), self.latent))
        means = self.decoded(latent)
        return means if self.draws == "means" else (rng.random(means.shape) < means).astype(means.dtype)

    @torch.inference_mode()
    def decoded(self, latent: Dataset) -> Dataset:
        """Return the means of the pixels, shape (M, height, width), for latent variables, shape (M, latent).

        Raises RuntimeError if the model is not fitted, ValueError for another shape, TypeError for no numbers.
        """
        latent = checks.finite(checks.dimensions(latent, 2, name="latent variables"), name="latent variables")
        if latent.shape[1] != self.latent:
            raise ValueError(f"latent variables must be {self.latent} on axis 1, got shape {latent.shape}")
        logits = self._network.decode(_tensor(latent))
        return untiled(logits, self.height, self.width).sigmoid().cpu().numpy()

    @torch.inference_mode()
    def encoded(self, data: Dataset) -> Dataset:
        """Return the means of the latent variables, shape (M, latent), for images; raises as `fit` does."""
        return self._network.encode(tiles(_tensor(self._checked(data))))[0].cpu().numpy()

    @cached_property
    def _network(self) -> Network:
        if self.weights is None:
            raise RuntimeError("a VAE must be fitted before it is used: call fit first")
        with torch.random.fork_rng():
            network = self._untrained()
        if len(self.weights) != (count := sum(parameter.numel() for parameter in network.parameters())):
            raise ValueError(f"the network must have as many weights as it is given, {count}, got {len(self.weights)}")
        vector_to_parameters(_tensor(self.weights), network.parameters())
        return network

    def _untrained(self) -> Network:
        return Network(self.height * self.width // 16, self.latent, self.channels)

    def _checked(self, data: Dataset) -> Dataset:
        data = checks.finite(checks.dimensions(data, 3))
        checks.some(len(data))
        if data.shape[1:] != (self.height, self.width):
            raise ValueError(f"an image must have {self.height} by {self.width} pixels, got shape {data.shape}")
        if data.min() < 0 or data.max() > 1:
            raise ValueError(f"pixels must lie between 0 and 1, got {data.min()} to {data.max()}")
        return data


def _tensor(data: Dataset) -> torch.Tensor:
    return torch.tensor(data, dtype=torch.float32, device=DEVICE)
