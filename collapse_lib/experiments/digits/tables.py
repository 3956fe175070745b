"""The recorded images as the tables that their charts take.

`table` is one of those of `runs.survey`: that which the function names, else `measures`. All raise ValueError for what
is not in it, TypeError for what is no table.
"""

from __future__ import annotations

import pandas as pd
from scipy.stats import mannwhitneyu

from ... import checks, recorded
from ..replicates import summary

SETTING = ["policy", "draws", "generation"]


def typical(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return mean, median and quartiles of a number over the runs, a row per policy, draws and generation."""
    return summary(table, column, SETTING)


def at(column: str, policy: str, draws: str, generation: int, name: str = "images") -> float:
    """Return the median over the runs recorded under `name` of a number in a generation."""
    return _median(recorded.load(name), column, policy, draws, generation)


def share(digit: int, policy: str, draws: str, generation: int, name: str = "images") -> float:
    """Return the median over the runs recorded under `name` of a digit's share in a generation."""
    shares = recorded.load(name, "shares")
    return _median(checks.rows(shares, digit=digit), "share", policy, draws, generation)


def by_luck(cure: str) -> float:
    """Return how often ten runs and ten more of one law would differ in range by as much as with and without a cure.

    Of the recorded `image-cures`, after five copies: the p-value of Mann and Whitney's test, two-sided.
    """
    last = checks.rows(recorded.load("image-cures"), generation=5)
    without, cured = (checks.rows(last, cure=name)["coverage"] for name in ("as it is", cure))
    return float(mannwhitneyu(cured, without).pvalue)


def album(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row per policy, draws and generation, in `picture` a hexadecimal digit a pixel, for `charts.digits`."""
    checks.whole_numbers(checks.as_table(table, *SETTING, "ink")["ink"], "ink", most=15)
    ink = table["ink"].astype(int).map("{:x}".format)
    return ink.groupby([table[name] for name in SETTING], sort=False).agg("".join).rename("picture").reset_index()


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """Return the mean share of each digit over the runs, a row per policy, draws, generation and digit."""
    checks.as_table(table, *SETTING, "digit", "share")
    return table.groupby([*SETTING, "digit"], sort=False)["share"].mean().reset_index().round(4)


def _median(table: pd.DataFrame, column: str, policy: str, draws: str, generation: int) -> float:
    chosen = checks.rows(table, policy=policy, draws=draws, generation=generation)
    return float(checks.as_table(chosen, column)[column].median())
