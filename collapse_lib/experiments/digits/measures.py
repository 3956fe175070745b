"""What is noted of a model of images: which digits it draws, how widely, and how near to real ones.

All is measured on the means that the decoder gives for latent variables drawn anew, whatever the next generation is
given to read: so that models that draw means and models that draw pixels can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ... import checks
from ...data.digits import Pictures
from ...metrics import entropy
from ...recursion import Dataset, Generation

NEIGHBOURS = 5


@dataclass(frozen=True, eq=False)
class Evaluator:
    """A classifier trained on real pictures, and real pictures to compare with, more than five.

    Images have the pixels of the real ones: methods raise ValueError for another shape, for none and for what is not
    finite, TypeError for what is no number.
    """

    real: Pictures

    def __post_init__(self) -> None:
        if len(checks.instance(self.real, Pictures, "real").images) <= NEIGHBOURS:
            raise ValueError(f"there must be more than {NEIGHBOURS} real pictures, got {len(self.real.images)}")

    @cached_property
    def _classifier(self) -> Any:
        from sklearn.svm import SVC

        return SVC().fit(_flat(self.real.images), self.real.labels)

    @cached_property
    def _radii(self) -> Dataset:
        apart = _distances(self.real.images, self.real.images)
        return np.partition(apart, NEIGHBOURS, axis=1)[:, NEIGHBOURS]  # number 0 is itself

    def digits(self, images: Dataset) -> Dataset:
        """Return which digit each image, shape (M, H, W), resembles most, shape (M,)."""
        return self._classifier.predict(_flat(self._images(images)))

    def shares(self, images: Dataset) -> Dataset:
        """Return the share of each digit 0 .. 9 among images, shape (10,)."""
        return np.bincount(self.digits(images), minlength=10) / len(images)

    def near(self, images: Dataset) -> Dataset:
        """Return whether an image lies as near to a real picture as that one's fifth neighbour, shape (M, N)."""
        return _distances(self._images(images), self.real.images) <= self._radii

    def measures(self, images: Dataset) -> dict[str, float]:
        """Return precision, density and coverage of images, shape (M, H, W), by which real ones each is near to.

        precision: the share of images near to some real one (Kynkäänniemi et al. 2019); a single unusual real picture,
        whose fifth neighbour is far, makes it large. density: how many real ones an image is near to, over 5; about 1
        for real pictures, and not bounded by it (Naeem et al. 2020). coverage: the share of real ones with an image
        near (Naeem et al. 2020).
        """
        near = self.near(images)
        return {
            "precision": float(near.any(axis=1).mean()),
            "density": float(near.sum(axis=1).mean() / NEIGHBOURS),
            "coverage": float(near.any(axis=0).mean()),
        }

    def _images(self, images: Dataset) -> Dataset:
        images, pixels = checks.reals(images, 3, name="images"), self.real.images.shape[1:]
        if images.shape[1:] != pixels or not len(images):
            raise ValueError(
                f"images must have the pixels of the real ones, (M, {pixels[0]}, {pixels[1]}), got {images.shape}"
            )
        return images


def as_autoencoder(value: Any, name: str) -> Any:
    """Return `value` if it encodes and decodes, as `models.vae.VAE` does; raise TypeError otherwise."""
    if isinstance(value, type) or not all(hasattr(value, part) for part in ("encoded", "decoded", "latent")):
        raise TypeError(f"{name} must have encoded, decoded and latent, as a VAE has, got {value!r}"[:120])
    return value


class DigitMeasures:
    """A measure for `experiments.run`. It keeps generation 0 of each lineage, whose encoder looks at the later ones."""

    def __init__(self, evaluator: Evaluator, size: int, *, rng: np.random.Generator) -> None:
        """Look at `size` images of each generation, at least one. Raises as other sizes do."""
        self.evaluator = checks.instance(evaluator, Evaluator, "evaluator")
        self.size, self.rng = checks.whole(size, "size", least=1), checks.generator(rng)

    def __call__(self, generation: Generation) -> dict[str, Any]:
        """Return numbers about a generation.

        shares: that of each digit, by the classifier. balance: their entropy over ln 10. precision,
        density, coverage: the evaluator's. pixels: the variance of a pixel, averaged over pixels. latent: the standard
        deviation of generation 0's latent means over the images, averaged over the latent variables.

        Raises TypeError for no generation and for one of another model.
        """
        model = as_autoencoder(checks.instance(generation, Generation, "generation").model, "the model of a generation")
        if generation.index == 0:
            self.first = model
        images = model.decoded(self.rng.standard_normal((self.size, model.latent)))
        shares = self.evaluator.shares(images)
        return {
            "shares": {"digit": range(10), "share": shares},
            "balance": entropy(shares) / np.log(10),
            **self.evaluator.measures(images),
            "pixels": images.var(axis=0).mean(),
            "latent": self.first.encoded(images).std(axis=0).mean(),
        }


def _flat(images: Dataset) -> Dataset:
    return images.reshape(len(images), -1)


def _distances(one: Dataset, other: Dataset) -> Dataset:
    from sklearn.metrics import pairwise_distances

    return pairwise_distances(_flat(one), _flat(other))
