"""Pictures of handwritten digits: 8 by 8 pixels, as scikit-learn ships them, or MNIST where the network allows."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

import numpy as np

from ..recursion import Dataset, subset

SETS = ("digits", "mnist")


@dataclass(frozen=True, eq=False)
class Pictures:
    """Images in [0, 1], shape (N, H, W), and which digit each shows, shape (N,)."""

    images: Dataset
    labels: Dataset

    def subset(self, size: int, *, rng: np.random.Generator) -> Pictures:
        """Return `size` of them at random, none twice. Raises ValueError if `size` is negative or there are fewer."""
        chosen = subset(np.arange(len(self.labels)), size, rng=rng)
        return Pictures(self.images[chosen], self.labels[chosen])

    def with_rare(self, digit: int, share: float, *, rng: np.random.Generator) -> Pictures:
        """Return them with so many of one digit left out, at random, that it makes up `share` of what stays.

        Raises ValueError if there are too few of it.
        """
        others, its = np.flatnonzero(self.labels != digit), np.flatnonzero(self.labels == digit)
        wanted = round(share / (1 - share) * len(others))
        if wanted > len(its):
            raise ValueError(f"of the digit {digit} there must be {wanted} for a share of {share}, got {len(its)}")
        kept = np.sort(np.concatenate([others, subset(its, wanted, rng=rng)]))
        return Pictures(self.images[kept], self.labels[kept])


def load(name: str = "digits") -> Pictures:
    """Return the 1,797 "digits" of 8 by 8 pixels, or the 70,000 of "mnist" in 28 by 28, which come from OpenML.

    Raises ValueError for another name, FileNotFoundError if MNIST is neither cached nor can be fetched.

    >>> load().images.shape
    (1797, 8, 8)
    """
    if name not in SETS:
        raise ValueError(f"pictures must be one of {SETS}, got {name!r}")
    if name == "mnist":
        return _mnist()
    from sklearn.datasets import load_digits

    found = load_digits()
    return Pictures(found.images / 16, found.target)


def made_with() -> dict[str, str]:
    """Return which pictures and which versions a recorded run of the digits was made with."""
    return {
        "data": "the 1,797 digits of 8 by 8 pixels that scikit-learn ships",
        "torch": version("torch"),
        "scikit-learn": version("scikit-learn"),
    }


def _mnist() -> Pictures:
    from sklearn.datasets import fetch_openml, get_data_home

    try:
        found = fetch_openml("mnist_784", version=1, as_frame=False, parser="liac-arff")
    except OSError as error:
        advice = 'go online once, or use load("digits"), which needs no network'
        raise FileNotFoundError(f"MNIST is not in {get_data_home()} and OpenML cannot be reached: {advice}") from error
    return Pictures(found.data.reshape(-1, 28, 28) / 255, found.target.astype(int))
