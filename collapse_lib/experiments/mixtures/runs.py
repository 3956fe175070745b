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

from ... import checks
from ...models.em import Mixtures
from ...models.mixture import Mixture
from ...policies import standard_policies
from ..replicates import Tables, stacked
from .lineages import measures, side_by_side

RECORDS = {"mixtures": "record"}
LAST, SAMPLES, SEED = 2_000, 1_000, 7
KEEP = (*range(0, 50, 10), *range(50, LAST + 1, 50))
COMPARED = standard_policies()
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
    """Return two round groups of standard deviation 1, `gap` apart, of which the second holds `share`.

    Raises ValueError unless `share` lies between 0 and 1 and `gap` is finite, TypeError if they are no numbers.
    """
    share, gap = checks.single_share(share, "share"), checks.within(gap, "gap")
    means = np.array([[-gap / 2, 0.0], [gap / 2, 0.0]])
    return Mixture(np.array([1 - share, share]), means, np.stack([np.eye(2)] * 2))


def record() -> tuple[Tables, dict[str, Any]]:
    """Return what is noted of every lineage, and what it was made with."""
    runs = [
        survey(policy, samples=samples, replicates=number, last=last, rng=rng)
        for (policy, samples, number, last), rng in zip(RUNS, np.random.default_rng(SEED).spawn(len(RUNS)), strict=True)
    ]
    return stacked(runs), {"truth": repr(two_groups()), "seed": SEED, "runs": RUNS}


def survey(
    policy: str, *, samples: int, replicates: int, last: int, rng: np.random.Generator, keep: Iterable[int] = KEEP
) -> Tables:
    """Return `measures`, a row per replicate and kept generation up to `last`, and the first one's `components`.

    Each generation reads as many samples as there are real ones, drawn from all there are. Raises ValueError for a
    policy that is not in `COMPARED` and if no kept generation is reached, TypeError for what is not whole.
    """
    checks.known(policy, COMPARED, "policy")
    truth, last = two_groups(), checks.whole(last, "last")
    wanted = {index for index in checks.entries(keep, "keep") if checks.whole(index, "a kept generation") <= last}
    if not wanted:
        raise ValueError(f"a kept generation must come up to the last one, {last}, got none")
    turns = side_by_side(
        truth, truth, COMPARED[policy], samples=samples, replicates=replicates, rng=rng, budget=samples
    )
    turn: Iterator[tuple[int, Mixtures]] = zip(range(last + 1), turns, strict=False)
    noted, shapes = [], []
    for index, now in tqdm(turn, f"{policy}, {samples:,} samples", total=last + 1, delay=30, disable=None):
        if index in wanted:
            setting = {"policy": policy, "samples": samples, "replicate": range(replicates), "generation": index}
            noted.append(pd.DataFrame({**setting, **measures(now, truth)}))
            shapes.append(pd.DataFrame({**setting, "replicate": 0, **components(now)}))
    return {"measures": pd.concat(noted, ignore_index=True), "components": pd.concat(shapes, ignore_index=True)}


def components(now: Mixtures) -> dict[str, Any]:
    """Return the parameters of the first mixture, in two dimensions, a value for each component.

    Raises ValueError in other dimensions, TypeError if they are no mixtures.
    """
    if checks.instance(now, Mixtures, "now").means.shape[2] != 2:
        raise ValueError(f"mixtures must have two dimensions, got {now.means.shape[2]}")
    (x, y), covariances = now.means[0].T, now.covariances[0]
    (xx, xy), (_, yy) = covariances.transpose(1, 2, 0)
    parts = {"share": now.weights[0], "x": x, "y": y, "xx": xx, "xy": xy, "yy": yy}
    return {"component": range(len(x)), **parts}
