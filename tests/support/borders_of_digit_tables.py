"""The borders of `experiments.digits.tables`, for the table of `experiments.digits`."""

from __future__ import annotations

import pandas as pd
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TABLES, NO_TEXTS

from collapse_lib.experiments.digits import tables

NAMES = NO_TEXTS | st.sampled_from(["", "20% kept"])
SETTING = {"policy": "replace", "draws": "means"}
RUN = st.integers(1, 3).map(
    lambda runs: pd.DataFrame(
        [
            {**SETTING, "generation": g, "digit": d, "share": 0.1, "ink": d, "x": g / 2, "replicate": r}
            for r in range(runs)
            for g in (0, 1)
            for d in range(10)
        ]
    )
)
NO_RUNS = NO_TABLES | RUN.map(lambda table: table.drop(columns="draws"))


def ink(table):
    """Return a table whose ink is no whole number from 0 to 15."""
    return table.assign(ink=table["ink"] * 2.5)


PLACE = {**SETTING, "generation": 1}
NO_PLACE = {"policy": NAMES, "draws": NAMES, "generation": st.sampled_from([-1, 2.5, None, "3", True, [1], 99])}


def the_middle(found, table, column):
    assert found["median"].tolist() == [0, 0.5]


def a_picture_each(found, table):
    assert len(found) == 2 and set(found["picture"].str.len()) == {len(table) // 2}


def means(found, table):
    assert len(found) == 20 and (found["share"] == 0.1).all()


def a_share(found, **_):
    assert 0 <= found <= 1


BORDERS = {
    "typical": Border(
        tables.typical,
        arguments(table=RUN, column=st.just("x")),
        the_middle,
        {"table": NO_RUNS, "column": st.sampled_from(["y", None, ""])},
    ),
    "album": Border(tables.album, arguments(table=RUN), a_picture_each, {"table": NO_RUNS | st.builds(ink, RUN)}),
    "shares": Border(tables.shares, arguments(table=RUN), means, {"table": NO_RUNS}),
    "at": Border(
        tables.at,
        st.just({**PLACE, "column": "balance"}),
        a_share,
        {**NO_PLACE, "column": st.sampled_from(["y", None, ""])},
    ),
    "share": Border(
        tables.share,
        st.just({**PLACE, "digit": 3}),
        a_share,
        {**NO_PLACE, "digit": st.sampled_from([10, -1, None, "3", 2.5, True])},
    ),
    "by_luck": Border(
        tables.by_luck,
        arguments(cure=st.sampled_from(["a larger model", "the usual weight"])),
        a_share,
        {"cure": NO_TEXTS | st.sampled_from(["", "20% kept"])},
    ),
}
