"""A hundred lineages of refitted bell curves, one dot each."""

from __future__ import annotations

from ..explorable import Explorable

__all__ = ["hundred_lineages"]

PICTURE_STEP = 60  # times five generations
PICTURE_HEIGHT = 430  # pixels, at assets.PICTURE_WIDTH


def hundred_lineages() -> Explorable:
    """Return a hundred lineages of refitted bell curves, one dot each."""
    return Explorable("lineages", "A hundred lineages")


def example() -> Explorable:
    """Return the lineages of chapter 4."""
    return hundred_lineages()
