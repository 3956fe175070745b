"""What data, sizes, shares and generators must be, said once: the invariant, then what came.

Every public border asks here. What can be read without guessing works (lists, tables, views, another byte order); all
else is refused: TypeError for another kind of thing, ValueError for a value outside the domain.
"""

from .arrays import broadcast, dimensions, distributions, finite, floats, numbers, probabilities, token_ids
from .randomness import generator
from .scalars import (
    LARGEST,
    finite_number,
    more_samples_than_ddof,
    one,
    share,
    size,
    some,
    whole,
    whole_numbers,
)

__all__ = [
    "LARGEST",
    "broadcast",
    "dimensions",
    "distributions",
    "finite",
    "finite_number",
    "floats",
    "generator",
    "more_samples_than_ddof",
    "numbers",
    "one",
    "probabilities",
    "share",
    "size",
    "some",
    "token_ids",
    "whole",
    "whole_numbers",
]
