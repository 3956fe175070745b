"""What each of three errors explains of the damage that all of them do together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations, product

import numpy as np

from .. import checks
from ..recursion import Dataset

Switches = tuple[bool, bool, bool]  # which of the errors are switched on
ALONE: list[Switches] = [(True, False, False), (False, True, False), (False, False, True)]
ALL_SWITCHES: list[Switches] = [(a, b, c) for a, b, c in product((False, True), repeat=3)]


def shapley_shares(damage: Mapping[Switches, float]) -> Dataset:
    """Return the share of what all errors together add that each explains; they sum to 1, and one may be negative.

    Each error's share is what switching it on adds, averaged over the orders in which one may do so (Shapley 1953).
    `damage`: that of each of the eight settings. Raises ValueError if one is missing, is not finite, or all errors
    together add nothing; TypeError if it is no number.
    """
    damage = _of_eight(damage)
    added = np.zeros(3)
    orders = list(permutations(range(3)))
    for order in orders:
        on = [False, False, False]
        for error in order:
            before = damage[on[0], on[1], on[2]]
            on[error] = True
            added[error] += damage[on[0], on[1], on[2]] - before
    return added / len(orders) / (damage[True, True, True] - damage[False, False, False])


def marginal_effects(damage: Mapping[Switches, float]) -> Dataset:
    """Return what each error adds alone, and on top of both others, as shares of what all add together, shape (3, 2).

    Where errors only add up, both are what `shapley_shares` gives. Raises as that does.
    """
    damage = _of_eight(damage)
    none, total = damage[False, False, False], damage[True, True, True]
    alone = [damage[switches] for switches in ALONE]
    others = [damage[not a, not b, not c] for a, b, c in ALONE]
    return np.stack([np.subtract(alone, none), np.subtract(total, others)], axis=1) / (total - none)


def _of_eight(damage: Mapping[Switches, float]) -> Mapping[Switches, float]:
    found = checks.mapping(damage, "damage")
    if missing := [switches for switches in ALL_SWITCHES if switches not in found]:
        raise ValueError(f"damage must hold all eight settings, got none for {missing[0]}")
    numbers = {switches: checks.within(found[switches], "damage") for switches in ALL_SWITCHES}
    if numbers[ALL_SWITCHES[0]] == numbers[ALL_SWITCHES[-1]]:
        raise ValueError(f"all errors together must add damage, got {numbers[ALL_SWITCHES[0]]:g} with and without")
    return numbers
