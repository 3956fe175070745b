"""A wall of rare words: those that stand in a bag once, and what becomes of them when the bag is copied."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...experiments import telephone
from ..counts import word_numbers
from ..explorable import Explorable

__all__ = ["word_wall"]

PICTURE_STEP = 5  # copies
PICTURE_HEIGHT = 460  # pixels, at assets.PICTURE_WIDTH


def word_wall(bag: Mapping[str, int]) -> Explorable:
    """Return the words that stand once in `bag` (how often each word stands there) as a wall that is copied.

    Raises ValueError if no word stands there once, TypeError for words that are no texts, numbers that are not whole.
    """
    bag = word_numbers(bag, "the bag")
    if 1 not in bag.values():
        raise ValueError(f"a wall of rare words needs a word that stands in the bag once, got {dict(bag)}")
    words = sorted(bag, key=str.casefold)
    return Explorable("wall", "A bag of words, copied", {"words": words, "bag": [bag[word] for word in words]})


def example() -> Explorable:
    """Return the wall of the front page: the smallest bag of chapter 2."""
    return word_wall(telephone.word_counts(telephone.bag(300, rng=np.random.default_rng(2))))
