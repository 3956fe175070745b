"""The recorded mixtures as the tables that their charts take. `table` is always what `runs.record` makes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ... import recorded
from ...models.em import Mixtures
from ..replicates import summary
from .runs import SAMPLES, shapes, two_groups


def typical(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return mean, median and quartiles of a number over the lineages, a row per policy, samples and generation."""
    return summary(table, column, ["policy", "samples", "generation"])


def at(column: str, policy: str, generation: int, samples: int = SAMPLES) -> float:
    """Return the median over the recorded lineages of a number in a generation."""
    return float(_rows(policy, generation, samples)[column].median())


def gone(policy: str, generation: int, samples: int = SAMPLES) -> int:
    """Return in how many of the recorded lineages one of the two groups is gone.

    Gone means that the components centred on its side would draw less than half a sample of it in a generation.
    """
    share = _rows(policy, generation, samples)["weight"]
    return int((np.minimum(share, 1 - share) * samples < 0.5).sum())


def half(policy: str) -> int:
    """Return the first kept generation whose median variance within the groups is below half of generation 0's."""
    table = typical(recorded.load("mixtures"), "spread")
    rows = table[(table["policy"] == policy) & (table["samples"] == SAMPLES)]
    return int(rows.loc[rows["median"] < rows["median"].iloc[0] / 2, "generation"].iloc[0])


def panel(table: pd.DataFrame) -> pd.DataFrame:
    """Return the first lineage in every 50th generation, a row per policy and generation, for `charts.mixtures`."""
    rows = table[(table["lineage"] == 0) & (table["samples"] == SAMPLES) & (table["generation"] % 50 == 0)]
    return rows[["policy", "generation"]].join(_drawn(rows)).round(4).reset_index(drop=True)


def real_panel() -> pd.DataFrame:
    """Return the truth in the same columns, one row, without policy and generation."""
    return _drawn(shapes(Mixtures.of([two_groups()])))


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """Return share, x, y and a, b, c of both components; [[a, 0], [b, c]] is Cholesky's root of the covariance."""
    columns: dict[str, Any] = {}
    for k in (0, 1):
        columns |= {f"{name} {k}": rows[f"{name} {k}"] for name in ("share", "x", "y")}
        across = np.sqrt(rows[f"xx {k}"])
        aslant = rows[f"xy {k}"] / across
        rest = (rows[f"yy {k}"] - aslant**2).clip(lower=0)
        columns |= {f"a {k}": across, f"b {k}": aslant, f"c {k}": np.sqrt(rest)}
    return pd.DataFrame(columns)


def _rows(policy: str, generation: int, samples: int) -> pd.DataFrame:
    table = recorded.load("mixtures")
    return table[(table["policy"] == policy) & (table["generation"] == generation) & (table["samples"] == samples)]
