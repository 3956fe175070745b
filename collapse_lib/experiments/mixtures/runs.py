"""The mixture experiment that the course ships: two groups that learn from themselves for 2,000 generations.

As in Shumailov et al. (2024): two components with full covariances, 1,000 samples a generation; here with what they
leave open filled in: round groups, six standard deviations apart, equally large.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
from tqdm import tqdm

from ...models.em import Mixtures
from ...models.mixture import Mixture
from ...policies import standard_policies
from .lineages import lineages, measures

LAST, SAMPLES, SEED = 2_000, 1_000, 7
KEEP = (*range(0, 50, 10), *range(50, LAST + 1, 50))
POLICIES = standard_policies()
SHAPE = ("share", "x", "y", "xx", "xy", "yy")
# Policy, samples a generation, how many lineages, up to which generation: large samples are slow, and change little.
RUNS = [
    ("replace", SAMPLES, 100, LAST),
    ("10% kept", SAMPLES, 20, LAST),
    ("accumulate", SAMPLES, 20, LAST),
    ("replace", 500, 100, 200),
    ("replace", 10_000, 40, 200),
    ("replace", 50_000, 10, 200),
    ("replace", 200_000, 4, 200),
]


def two_groups(share: float = 0.5, *, gap: float = 6.0) -> Mixture:
    """Return two round groups of standard deviation 1, `gap` apart, of which the second holds `share`."""
    means = np.array([[-gap / 2, 0.0], [gap / 2, 0.0]])
    return Mixture(np.array([1 - share, share]), means, np.stack([np.eye(2)] * 2))


def record() -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return what is noted of every lineage, and what it was made with."""
    tables = [
        survey(policy, samples=samples, replicates=number, last=last, rng=rng)
        for (policy, samples, number, last), rng in zip(RUNS, np.random.default_rng(SEED).spawn(len(RUNS)), strict=True)
    ]
    return pd.concat(tables, ignore_index=True), {"truth": repr(two_groups()), "seed": SEED, "runs": RUNS}


def survey(
    policy: str, *, samples: int, replicates: int, last: int, rng: np.random.Generator, keep: Iterable[int] = KEEP
) -> pd.DataFrame:
    """Return a row per lineage and kept generation up to `last`: policy, samples, what is measured, and `shapes`.

    Each generation reads as many samples as there are real ones, drawn from all there are.
    """
    truth, wanted = two_groups(), {index for index in keep if index <= last}
    turns = lineages(truth, truth, POLICIES[policy], samples=samples, replicates=replicates, rng=rng, budget=samples)
    turn: Iterator[tuple[int, Mixtures]] = zip(range(last + 1), turns, strict=False)
    rows = [
        pd.DataFrame({"generation": index, "lineage": range(replicates), **measures(now, truth)}).join(shapes(now))
        for index, now in tqdm(turn, f"{policy}, {samples:,} samples", total=last + 1, delay=30, disable=None)
        if index in wanted
    ]
    return pd.concat(rows, ignore_index=True).assign(policy=policy, samples=samples)


def shapes(now: Mixtures) -> pd.DataFrame:
    """Return the parameters of the first mixture, in two dimensions, as one row: `SHAPE` of 0, then of 1."""
    columns: dict[str, list[float]] = {}
    for k in range(now.weights.shape[1]):
        parts = [now.weights[0, k], *now.means[0, k], *now.covariances[0, k][(0, 0, 1), (0, 1, 1)]]
        columns |= {f"{name} {k}": [part] for name, part in zip(SHAPE, parts, strict=True)}
    return pd.DataFrame(columns)
