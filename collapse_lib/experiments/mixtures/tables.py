"""The recorded mixtures as the tables that their charts take.

`table` is one of those of `runs.survey`: that which the function names, else `measures`. All raise ValueError for what
is not in it, TypeError for what is no table.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ... import checks, recorded
from ...models.em import Mixtures
from ...recursion import Dataset
from ..replicates import summary
from ..resampling import interval, resampled
from . import runs
from .runs import SAMPLES, two_groups

PARTS = ("share", "x", "y", "a", "b", "c")


def typical(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return mean, median and quartiles of a number over the lineages, a row per policy, samples and generation."""
    return summary(table, column, ["policy", "samples", "generation"])


def at(column: str, policy: str, generation: int, samples: int = SAMPLES) -> float:
    """Return the median over the recorded lineages of a number in a generation."""
    return float(checks.as_table(_rows(policy, generation, samples), column)[column].median())


def gone(policy: str, generation: int, samples: int = SAMPLES) -> int:
    """Return in how many of the recorded lineages one of the two groups is gone.

    Gone means that the components centred on its side would draw less than half a sample of it in a generation.
    """
    share = _rows(policy, generation, samples)["weight"]
    return int((np.minimum(share, 1 - share) * samples < 0.5).sum())


def half(policy: str) -> float:
    """Return the generation in which the median variance within the groups is half of generation 0's.

    Read off between the kept generations, along the line that joins their logarithms.
    """
    spread = _spread(policy)
    return float(_halved(spread.median().to_numpy()[None], spread.columns.to_numpy())[0])


def half_interval(policy: str, *, rng: np.random.Generator) -> Dataset:
    """Return between which generations `half` lies for 95% of resampled sets of lineages, shape (2,)."""
    spread = _spread(policy)
    medians = np.median(resampled(spread.to_numpy(), rng=rng), axis=1)
    return interval(_halved(medians, spread.columns.to_numpy()))


def _spread(policy: str) -> pd.DataFrame:
    rows = checks.rows(recorded.load("mixtures"), policy=policy, samples=SAMPLES)
    return rows.pivot(index="replicate", columns="generation", values="spread")


def _halved(medians: Dataset, generations: Dataset) -> Dataset:
    """Return where each row of `medians`, shape (rows, generations), has first fallen to half of what it began with."""
    logs = np.log2(medians / medians[:, :1])
    below = np.argmax(logs < -1, axis=1)
    before, after = (np.take_along_axis(logs, at[:, None], axis=1)[:, 0] for at in (below - 1, below))
    start, end = generations[below - 1], generations[below]
    return start + (-1 - before) / (after - before) * (end - start)


def panel(table: pd.DataFrame) -> pd.DataFrame:
    """Return `components` of every 50th generation, a row per policy and generation, for `charts.mixtures`."""
    checks.as_table(table, "policy", "samples", "generation", "component", *PARTS[:3], "xx", "xy", "yy")
    kept = table[(table["samples"] == SAMPLES) & (table["generation"] % 50 == 0)]
    return _drawn(kept, ["policy", "generation"]).round(4).reset_index()


def real_panel() -> pd.DataFrame:
    """Return the truth in the same columns, one row, without policy and generation."""
    return _drawn(pd.DataFrame(runs.components(Mixtures.of([two_groups()]))).assign(row=0), ["row"])


def _drawn(components: pd.DataFrame, row: list[str]) -> pd.DataFrame:
    """Return share, x, y and a, b, c of both components in one row; [[a, 0], [b, c]] is the covariance's Cholesky root.

    The columns are named "share 0" and so on.
    """
    across = np.sqrt(components["xx"])
    aslant = components["xy"] / across
    rest = (components["yy"] - aslant**2).clip(lower=0)
    shapes = components.assign(a=across, b=aslant, c=np.sqrt(rest)).set_index([*row, "component"])
    return pd.DataFrame({f"{part} {k}": shapes[part].xs(k, level="component") for k in (0, 1) for part in PARTS})


def _rows(policy: str, generation: int, samples: int) -> pd.DataFrame:
    table = recorded.load("mixtures")
    return checks.rows(table, policy=policy, samples=samples, generation=generation)
