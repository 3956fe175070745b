"""Pictures of handwritten digits: 8 by 8 pixels, as scikit-learn ships them, or MNIST where the network allows."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

import numpy as np

from .. import checks
from ..recursion import Dataset, subset

SETS = ("digits", "mnist")
DIGITS = 10


@dataclass(frozen=True, eq=False)
class Pictures:
    """Images in [0, 1], shape (N, H, W), and which digit each shows, shape (N,), from 0 to 9.

    Raises ValueError for other shapes and values, TypeError for what are no numbers.
    """

    images: Dataset
    labels: Dataset

    def __post_init__(self) -> None:
        images = checks.finite(checks.dimensions(self.images, 3, name="images"), name="images")
        if images.size and (images.min() < 0 or images.max() > 1):
            raise ValueError(f"pixels must lie between 0 and 1, got {images.min()} to {images.max()}")
        labels = checks.token_ids(checks.dimensions(self.labels, 1, name="labels"), DIGITS)
        if len(images) != len(labels):
            raise ValueError(f"there must be a label for each image, got {len(labels)} for {len(images)}")
        object.__setattr__(self, "images", images)
        object.__setattr__(self, "labels", labels)

    def subset(self, size: int, *, rng: np.random.Generator) -> Pictures:
        """Return `size` of them at random, none twice. Raises ValueError if `size` is negative or there are fewer."""
        chosen = subset(np.arange(len(self.labels)), size, rng=rng)
        return Pictures(self.images[chosen], self.labels[chosen])

    def with_rare(self, digit: int, share: float, *, rng: np.random.Generator) -> Pictures:
        """Return them with so many of one digit left out, at random, that it makes up `share` of what stays.

        Raises ValueError if there are too few of it, for another digit than 0 to 9 and for a `share` outside [0, 1),
        TypeError for what are no numbers.
        """
        digit, share = checks.whole(digit, "digit", most=DIGITS - 1), checks.single_share(share, "share")
        if share == 1:
            raise ValueError("share must be below 1, for other digits must stay, got 1")
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
    checks.known(name, SETS, "name")
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
