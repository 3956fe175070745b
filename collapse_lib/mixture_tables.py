"""The recorded mixtures as the tables that their charts take. `table` is always what `mixture_runs.record` makes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import recorded
from .experiments import summary
from .mixture_runs import SAMPLES


def typical(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return mean, median and quartiles of a number over the lineages, a row per policy, samples and generation."""
    return summary(table, column, ["policy", "samples", "generation"])


def at(column: str, policy: str, generation: int, samples: int = SAMPLES) -> float:
    """Return the median over the recorded lineages of a number in a generation."""
    return float(_rows(policy, generation, samples)[column].median())


def gone(policy: str, generation: int, samples: int = SAMPLES) -> int:
    """Return in how many of the recorded lineages one of the two groups would not be drawn once in a generation."""
    share = _rows(policy, generation, samples)["weight"]
    return int((np.minimum(share, 1 - share) * samples < 0.5).sum())


def half(policy: str) -> int:
    """Return the first kept generation whose median variance within the groups is below half of generation 0's."""
    table = typical(recorded.load("mixtures"), "spread")
    rows = table[(table["policy"] == policy) & (table["samples"] == SAMPLES)]
    return int(rows.loc[rows["median"] < rows["median"].iloc[0] / 2, "generation"].iloc[0])


def panel(table: pd.DataFrame) -> pd.DataFrame:
    """Return the first lineage's components, a row per policy and generation, as `charts.groups.panels` takes them.

    The root of a covariance is that of Cholesky: a point of the unit circle under it lies on the ellipse.
    """
    rows = table[(table["lineage"] == 0) & (table["samples"] == SAMPLES)]
    columns = {name: rows[name].to_numpy() for name in ("policy", "generation")}
    for k in (0, 1):
        columns |= {f"{name} {k}": rows[f"{name} {k}"].to_numpy() for name in ("share", "x", "y")}
        xx, xy, yy = (rows[f"{name} {k}"].to_numpy() for name in ("xx", "xy", "yy"))
        a = np.sqrt(xx)
        columns |= {f"a {k}": a, f"b {k}": xy / a, f"c {k}": np.sqrt(np.maximum(yy - (xy / a) ** 2, 0))}
    return pd.DataFrame(columns).round(4)


def _rows(policy: str, generation: int, samples: int) -> pd.DataFrame:
    table = recorded.load("mixtures")
    return table[(table["policy"] == policy) & (table["generation"] == generation) & (table["samples"] == samples)]
