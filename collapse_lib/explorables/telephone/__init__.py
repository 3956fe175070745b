"""The telephone game: a bag of words is copied by drawing from it, and the copy is copied."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ... import checks
from ...experiments.telephone import bag, word_counts
from ..counts import word_numbers
from ..explorable import Explorable

__all__ = ["telephone_game"]

PICTURE_STEP = 5  # copies: where there is something to be seen
PICTURE_HEIGHT = 650  # pixels, at assets.PICTURE_WIDTH
BAG_SIZES = (300, 1_000, 3_000)


def telephone_game(bags: Mapping[int, Mapping[str, int]]) -> Explorable:
    """Return the telephone game, with bags to choose from: by size, how often each word stands in them.

    Raises ValueError if there is no bag, or a bag's words are not as many as its size says, TypeError for words that
    are no texts and numbers that are not whole.
    """
    bags = {size: word_numbers(counts, f"a bag of {size}") for size, counts in checks.mapping(bags, "bags").items()}
    for size, counts in bags.items():
        if sum(counts.values()) != checks.whole(size, "the size of a bag", least=1):
            raise ValueError(f"a bag of {size} must hold {size} words, got {sum(counts.values())}")
    words = sorted(set().union(*bags.values()))
    state = {"words": words, "bags": {str(size): [bags[size].get(word, 0) for word in words] for size in sorted(bags)}}
    return Explorable("telephone", "The telephone game", state)


def example() -> Explorable:
    """Return the game as chapter 2 plays it."""
    return telephone_game({size: word_counts(bag(size, rng=np.random.default_rng(2))) for size in BAG_SIZES})
