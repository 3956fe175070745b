"""The recorded images as the tables that their charts take. `table` is always what `runs.record` makes."""

from __future__ import annotations

import pandas as pd

from ... import recorded
from ..replicates import summary

DIGITS = [f"digit {digit}" for digit in range(10)]
WAY = ["policy", "draws", "generation"]


def typical(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return mean, median and quartiles of a number over the runs, a row per policy, draws and generation."""
    return summary(table, column, WAY)


def at(column: str, policy: str, draws: str, generation: int, name: str = "images") -> float:
    """Return the median over the runs recorded under `name` of a number in a generation."""
    table = recorded.load(name)
    chosen = (table["policy"] == policy) & (table["draws"] == draws) & (table["generation"] == generation)
    return float(table.loc[chosen, column].median())


def album(table: pd.DataFrame) -> pd.DataFrame:
    """Return the first run's pictures, a row per policy, draws and generation."""
    return table.loc[table["replicate"] == 0, [*WAY, "picture"]].reset_index(drop=True)


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """Return the mean share of each digit over the runs, a row per policy, draws, generation and digit."""
    means = table.groupby(WAY, sort=False)[DIGITS].mean().rename(columns=lambda name: int(name.split()[1]))
    return means.melt(ignore_index=False, var_name="digit", value_name="share").reset_index().round(4)
