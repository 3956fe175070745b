"""What each of three errors explains of the damage that all of them do together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations, product
from typing import Any

import numpy as np

from .. import checks
from ..recursion import Dataset
from .resampling import interval, resampled

Numbers = Any  # a number or an array of numbers, broadcast as numpy does
Switches = tuple[bool, bool, bool]  # which of the errors are switched on
ALONE: list[Switches] = [(True, False, False), (False, True, False), (False, False, True)]
ALL_SWITCHES: list[Switches] = [(a, b, c) for a, b, c in product((False, True), repeat=3)]


def shapley_shares(damage: Mapping[Switches, float]) -> Dataset:
    """Return the share of what all errors together add that each explains; they sum to 1, and one may be negative.

    Each error's share is what switching it on adds, averaged over the orders in which one may do so (Shapley 1953).
    `damage`: that of each of the eight settings. Raises ValueError if one is missing, is not finite, or all errors
    together add nothing; TypeError if it is no number.
    """
    return np.array(_shapley(_of_eight(damage)))


def shapley_intervals(runs: Mapping[Switches, Dataset], *, rng: np.random.Generator) -> Dataset:
    """Return between which numbers 95% of the shares of resampled runs lie, a row for each error, shape (3, 2).

    A bootstrap over the runs of each of the eight settings: see `resampling`. `runs`: the damage of each run of a
    setting, one run where nothing is random.

    Raises ValueError if a setting is missing or has no runs, a number is not finite, or a run with all errors does not
    do more damage than each with none; TypeError if they are no rows of numbers.
    """
    runs, rng = _rows_of_eight(runs), checks.generator(rng)
    means = {switches: resampled(found, rng=rng).mean(axis=1) for switches, found in runs.items()}
    return interval(np.stack(_shapley(means), axis=1)).T


def _shapley(damage: Mapping[Switches, Numbers]) -> list[Numbers]:
    added: list[Numbers] = [0.0, 0.0, 0.0]
    orders = list(permutations(range(3)))
    for order in orders:
        on = [False, False, False]
        for error in order:
            before = damage[on[0], on[1], on[2]]
            on[error] = True
            added[error] += damage[on[0], on[1], on[2]] - before
    total = damage[True, True, True] - damage[False, False, False]
    return [part / len(orders) / total for part in added]


def marginal_effects(damage: Mapping[Switches, float]) -> Dataset:
    """Return what each error adds alone, and on top of both others, as shares of what all add together, shape (3, 2).

    Where errors only add up, both are what `shapley_shares` gives. Raises as that does.
    """
    damage = _of_eight(damage)
    none, total = damage[False, False, False], damage[True, True, True]
    alone = [damage[switches] for switches in ALONE]
    others = [damage[not a, not b, not c] for a, b, c in ALONE]
    return np.stack([np.subtract(alone, none), np.subtract(total, others)], axis=1) / (total - none)


def _all_eight(found: Any, name: str) -> Mapping[Switches, Any]:
    found = checks.mapping(found, name)
    if missing := [switches for switches in ALL_SWITCHES if switches not in found]:
        raise ValueError(f"{name} must hold all eight settings, got none for {missing[0]}")
    return found


def _rows_of_eight(runs: Mapping[Switches, Dataset]) -> Mapping[Switches, Dataset]:
    found = _all_eight(runs, "runs")
    rows = {switches: checks.reals(found[switches], 1, name="runs") for switches in ALL_SWITCHES}
    if empty := [switches for switches, row in rows.items() if not len(row)]:
        raise ValueError(f"runs must hold at least one of each setting, got none for {empty[0]}")
    least, most = rows[ALL_SWITCHES[-1]].min(), rows[ALL_SWITCHES[0]].max()
    if not least > most:
        raise ValueError(f"runs with all errors must do more damage than those with none, got {least:g} and {most:g}")
    return rows


def _of_eight(damage: Mapping[Switches, float]) -> Mapping[Switches, float]:
    found = _all_eight(damage, "damage")
    numbers = {switches: checks.within(found[switches], "damage") for switches in ALL_SWITCHES}
    if numbers[ALL_SWITCHES[0]] == numbers[ALL_SWITCHES[-1]]:
        raise ValueError(f"all errors together must add damage, got {numbers[ALL_SWITCHES[0]]:g} with and without")
    return numbers
