"""The borders of `experiments.mixtures.tables`, for the table of `experiments.mixtures`."""

from __future__ import annotations

import numpy as np
import pandas as pd
from borders_of_lineages import NO_COUNTS
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_RNGS, NO_TABLES, NO_TEXTS, RNGS

from collapse_lib.experiments.mixtures import tables

NAMES = NO_TEXTS | st.sampled_from(["", "20% kept"])
PLACES = {"policy": NAMES, "generation": NO_COUNTS | st.just(7), "samples": NO_COUNTS | st.just(3)}
AT = st.just({"policy": "replace", "generation": 10, "samples": 1_000})
TABLES = st.integers(1, 3).map(
    lambda rows: pd.DataFrame({"policy": "replace", "samples": 1_000, "generation": 50, "x": np.arange(rows) / 2})
)


def the_middle(found, table, column):
    assert found["median"].iloc[0] == table["x"].median() and len(found) == 1


def drawn_again(found, table):
    roots = [np.array([[row["a 0"], 0], [row["b 0"], row["c 0"]]]) for row in found.to_dict("records")]
    assert len(found) == table["generation"].nunique()
    for root in roots:
        np.testing.assert_allclose(root @ root.T, [[4.0, 1.0], [1.0, 2.0]], atol=1e-3)


def shapes(generations):
    """Return the table of components of these generations."""
    rows = [(g, k) for g in generations for k in (0, 1)]
    columns = {"share": 0.5, "x": 0.0, "y": 0.0, "xx": 4.0, "xy": 1.0, "yy": 2.0, "policy": "replace", "samples": 1_000}
    return pd.DataFrame(rows, columns=["generation", "component"]).assign(**columns)


BORDERS = {
    "typical": Border(
        tables.typical,
        arguments(table=TABLES, column=st.just("x")),
        the_middle,
        {"table": NO_TABLES | st.just(shapes([50]).drop(columns="x")), "column": st.sampled_from(["y", None, ""])},
    ),
    "at": Border(
        tables.at,
        AT.map(lambda where: {**where, "column": "spread"}),
        lambda found, **_: np.testing.assert_array_less(0, found),
        {**PLACES, "column": st.sampled_from(["y", None, ""])},
    ),
    "gone": Border(tables.gone, AT, lambda found, **_: np.testing.assert_array_less(found, 101), PLACES),
    "half": Border(
        tables.half,
        st.just({"policy": "replace"}),
        lambda found, policy: np.testing.assert_array_less(0, found),
        {"policy": NAMES},
    ),
    "half_interval": Border(
        tables.half_interval,
        arguments(policy=st.just("replace"), rng=RNGS),
        lambda found, policy, rng: np.testing.assert_array_less(*found),
        {"policy": NAMES, "rng": NO_RNGS},
    ),
    "panel": Border(
        tables.panel,
        st.sampled_from([[50], [0, 50], [0, 10, 50]]).map(
            lambda which: {"table": shapes([g for g in which if g != 10])}
        ),
        drawn_again,
        {"table": NO_TABLES | st.just(shapes([50]).drop(columns="xy"))},
    ),
    "real_panel": Border(tables.real_panel, st.just({}), lambda found: np.testing.assert_array_equal(len(found), 1)),
}
