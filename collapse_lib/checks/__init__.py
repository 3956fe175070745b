"""What data, sizes, shares and generators must be, said once: the invariant, then what came.

Every public border asks here. What can be read without guessing works (lists, tables, views, another byte order); all
else is refused: TypeError for another kind of thing, ValueError for a value outside the domain.
"""

from .arrays import (
    broadcast,
    dimensions,
    distribution,
    distributions,
    finite,
    floats,
    numbers,
    probabilities,
    reals,
    token_ids,
)
from .loop import as_model, as_policy, as_sampler, as_step, dataset, instance, like, samples
from .matrices import covariances, invertible, square
from .randomness import generator
from .scalars import LARGEST, finite_number, more_samples_than_ddof, one, share, size, some, whole, whole_numbers
from .single import NINE_DIGITS, a_sample, positive, single_number, single_share, within
from .tables import as_many, as_table, entries, iterable, known, mapping, rows, text
from .words import texts, yes_or_no

__all__ = [
    "LARGEST",
    "NINE_DIGITS",
    "a_sample",
    "as_many",
    "as_model",
    "as_policy",
    "as_sampler",
    "as_step",
    "as_table",
    "broadcast",
    "covariances",
    "dataset",
    "dimensions",
    "distribution",
    "distributions",
    "entries",
    "finite",
    "finite_number",
    "floats",
    "generator",
    "instance",
    "invertible",
    "iterable",
    "known",
    "like",
    "mapping",
    "more_samples_than_ddof",
    "numbers",
    "one",
    "positive",
    "probabilities",
    "reals",
    "rows",
    "samples",
    "share",
    "single_number",
    "single_share",
    "size",
    "some",
    "square",
    "text",
    "texts",
    "token_ids",
    "whole",
    "whole_numbers",
    "within",
    "yes_or_no",
]
