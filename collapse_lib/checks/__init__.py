"""What data, sizes, shares and generators must be, said once: the invariant, then what came.

Every public border asks here. What can be read without guessing works (lists, tables, views, another byte order); all
else is refused: TypeError for another kind of thing, ValueError for a value outside the domain.
"""

from .arrays import dimensions, finite, numbers, probabilities, reals, token_ids
from .loop import as_model, as_policy, as_sampler, dataset, instance, like, samples
from .randomness import generator
from .scalars import LARGEST, finite_number, more_samples_than_ddof, one, share, size, some, whole, whole_numbers
from .single import positive, single_number, single_share, within

__all__ = [
    "LARGEST",
    "as_model",
    "as_policy",
    "as_sampler",
    "dataset",
    "dimensions",
    "finite",
    "finite_number",
    "generator",
    "instance",
    "like",
    "more_samples_than_ddof",
    "numbers",
    "one",
    "positive",
    "probabilities",
    "reals",
    "samples",
    "share",
    "single_number",
    "single_share",
    "size",
    "some",
    "token_ids",
    "whole",
    "whole_numbers",
    "within",
]
