"""A grammar without recursion, written out: every template of a sentence and its exact probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain, product
from math import prod

from ... import checks

Grammar = Mapping[str, Mapping[str, float]]
Template = tuple[str, ...]


def well_formed(grammar: Grammar) -> None:
    """Raise ValueError unless all weights are positive and no rule comes back to itself, TypeError for other things."""
    for rule, lines in grammar.items():
        for weight in checks.mapping(lines, f"the rule {rule}").values():
            checks.positive(weight, f"a weight of {rule}")
    left = set(grammar)
    while done := {rule for rule in left if left.isdisjoint(" ".join(grammar[rule]).split())}:
        left -= done
    if left:
        raise ValueError(f"a rule must not come back to itself, got {', '.join(sorted(left))}")


def templates(grammar: Grammar, symbol: str = "SENTENCE") -> dict[Template, float]:
    """Return each sequence of lists and plain words that `symbol` can become, with its probability.

    Two derivations of one template add up, so that its probability is exact.
    """
    if symbol not in grammar:
        return {(symbol,): 1.0}
    total = sum(grammar[symbol].values())
    found: dict[Template, float] = defaultdict(float)
    for expansion, weight in grammar[symbol].items():
        parts = [templates(grammar, part).items() for part in expansion.split()]
        for choice in product(*parts):
            template = tuple(chain.from_iterable(piece for piece, _ in choice))
            found[template] += weight / total * prod(share for _, share in choice)
    return dict(found)
