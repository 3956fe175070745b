"""The recorded mixtures as the tables that their charts take.

`table` is one of those of `runs.survey`: that which the function names, else `measures`. All raise ValueError for what
is not in it, TypeError for what is no table.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ... import checks, recorded
from ...models.em import Mixtures
from ..replicates import summary
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


def half(policy: str) -> int:
    """Return the first kept generation whose median variance within the groups is below half of generation 0's."""
    table = typical(recorded.load("mixtures"), "spread")
    rows = checks.rows(table, policy=policy, samples=SAMPLES)
    return int(rows.loc[rows["median"] < rows["median"].iloc[0] / 2, "generation"].iloc[0])


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
