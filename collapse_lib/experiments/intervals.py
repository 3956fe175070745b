"""How far the middle of a few runs can be trusted, as far as the runs themselves can tell.

Runs are drawn from the runs, with repeats and as many as there are, and the median of each such draw is taken: the
percentile bootstrap (Efron & Tibshirani 1993, chapter 13). It knows of nothing that all runs share, such as the model
that they start from and the text that they are tested on.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import checks
from .resampling import interval, resampled


def of_median(table: pd.DataFrame, column: str, by: str | list[str], *, rng: np.random.Generator) -> pd.DataFrame:
    """Return an interval of 95% for the median of `column` over the runs, a row per `by`.

    Columns: those of `by`, then low, median, high, replicates. With five runs or fewer it reaches from the lowest to
    the highest. Of five runs that have nothing in common but the law that they follow, it holds the true median with a
    probability of 15/16, whatever the law.

    Raises ValueError for columns that are not there, an empty table and numbers that are not finite, TypeError if
    `column` holds no numbers.

    >>> runs = pd.DataFrame({"generation": [0] * 5, "real": [72.0, 70.0, 71.0, 75.0, 73.0]})
    >>> found = of_median(runs, "real", "generation", rng=np.random.default_rng(0))
    >>> found[["low", "median", "high"]].iloc[0].tolist()
    [70.0, 72.0, 75.0]
    """
    checks.generator(rng)
    checks.text(column, "column")
    by = checks.entries([by] if isinstance(by, str) else by, "by")
    checks.numbers(checks.as_table(table, *by, column)[column], name=column)
    rows = []
    for group, values in table.groupby(by, sort=False)[column]:
        runs = values.to_numpy()
        low, high = interval(np.median(resampled(runs, rng=rng), axis=1))
        rows.append([*group, low, np.median(runs), high, len(runs)])
    return pd.DataFrame(rows, columns=[*by, "low", "median", "high", "replicates"])
