"""What data, sizes, shares and generators must be, said once: the invariant, then what came.

Every public border asks here. What can be read without guessing works (lists, tables, views, another byte order); all
else is refused: TypeError for another kind of thing, ValueError for a value outside the domain.
"""

from .arrays import dimensions, finite, numbers, probabilities, token_ids
from .randomness import generator
from .scalars import finite_number, more_samples_than_ddof, share, size, some, whole

__all__ = [
    "dimensions",
    "finite",
    "finite_number",
    "generator",
    "more_samples_than_ddof",
    "numbers",
    "probabilities",
    "share",
    "size",
    "some",
    "token_ids",
    "whole",
]
