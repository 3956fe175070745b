"""The domains of `experiments.intervals`."""

from __future__ import annotations

import numpy as np
import pandas as pd
from domains import Border, arguments
from domains_of_replicates import NO_TABLES
from hypothesis import strategies as st
from things import NO_RNGS, RNGS

from collapse_lib.experiments import intervals

TABLES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6).map(
    lambda values: pd.DataFrame({"generation": np.arange(len(values)) % 2, "x": values})
)


def between_the_ends(found, table, column, by, rng):
    ends = table.groupby("generation")[column].agg(["min", "max"]).loc[found["generation"]]
    order = np.column_stack([ends["min"], found[["low", "median", "high"]], ends["max"]])
    assert (np.diff(order) >= -1e-9).all()
    assert found["replicates"].sum() == len(table)


ROOM = intervals
TABLE = {
    "of_median": Border(
        intervals.of_median,
        arguments(
            table=TABLES,
            column=st.just("x"),
            by=st.sampled_from(["generation", ["generation"]]),
            rng=RNGS,
        ),
        between_the_ends,
        {
            "table": NO_TABLES
            | st.sampled_from([pd.DataFrame({"x": [value], "generation": [0]}) for value in ("a", np.nan, np.inf)]),
            "column": st.sampled_from(["y", None, ""]),
            "by": st.sampled_from([[], None, ["y"], "y", 3]),
            "rng": NO_RNGS,
        },
    ),
}
