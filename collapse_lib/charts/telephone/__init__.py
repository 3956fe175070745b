"""Charts of the telephone game: the bag, what is left of it, and who is still there."""

from . import bag, survival, survivors

__all__ = ["bag", "survival", "survivors"]
