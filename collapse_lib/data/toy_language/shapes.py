"""A grammar without recursion, written out: every shape of sentence and its exact probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain, product
from math import prod

Grammar = Mapping[str, Mapping[str, float]]
Shape = tuple[str, ...]


def shapes(grammar: Grammar, symbol: str = "SENTENCE") -> dict[Shape, float]:
    """Return each sequence of lists and plain words that `symbol` can become, with its probability.

    Two derivations of one shape add up, so that a shape's probability is exact.
    """
    if symbol not in grammar:
        return {(symbol,): 1.0}
    total = sum(grammar[symbol].values())
    found: dict[Shape, float] = defaultdict(float)
    for expansion, weight in grammar[symbol].items():
        parts = [shapes(grammar, part).items() for part in expansion.split()]
        for choice in product(*parts):
            shape = tuple(chain.from_iterable(piece for piece, _ in choice))
            found[shape] += weight / total * prod(share for _, share in choice)
    return dict(found)
