"""The domains of `charts.tables`."""

from __future__ import annotations

import pandas as pd
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TABLES

from collapse_lib.charts import tables

LONG = st.integers(1, 4).map(
    lambda rows: pd.DataFrame(
        [(row, name, row / 8) for row in range(rows) for name in "ab"], columns=["copy", "policy", "left"]
    )
)
WIDE = st.integers(1, 4).map(lambda rows: pd.DataFrame({"copy": range(rows), "left": [0.5] * rows}))
NO_COLUMNS = st.sampled_from([None, 3, "y", "", {}, [], ["left"], {"y": "Y"}, {None: "a"}])
PIVOT = arguments(
    data=LONG,
    rows=st.sampled_from(["copy", ["copy"]]),
    columns=st.just("policy"),
    values=st.sampled_from(["left", {"left": "Left"}]),
    keep=st.none() | st.just([0]),
    order=st.none(),
    form=st.sampled_from(["{}", "{:.0%}", "x"]),
)
CHOSEN = arguments(
    data=WIDE,
    rows=st.just("copy"),
    columns=st.just({"left": "what is left"}),
    keep=st.none(),
    order=st.none() | st.just(["what is left"]),
    form=st.sampled_from(["{:.2f}", {"left": "{:g}"}]),
)


def texts_in_its_cells(found, data, keep, **_):
    assert len(found) == (data["copy"].nunique() if keep is None else len(keep))
    assert all(isinstance(cell, str) and cell for row in found.to_numpy() for cell in row)


ROOM = tables
TABLE = {
    "table": Border(
        tables.table,
        PIVOT | CHOSEN,
        texts_in_its_cells,
        {
            "data": NO_TABLES | st.just(pd.DataFrame({"copy": [0]})),
            "rows": st.sampled_from([None, 3, "y", [], ["y"], [None], b"copy"]),
            "columns": NO_COLUMNS,
            "keep": st.sampled_from([[99], [], 3, "copy", [None], [[0]]]),
            "order": st.sampled_from([["c"], [], 3, "a", [None], [["a"]]]),
            "form": st.sampled_from([None, 3, "{:d}", "{:q}", "{0", "{1}", "{x}", {}, {"y": "{}"}, {"left": None}]),
        },
        apart=st.builds(
            lambda data, values: {"data": data, "rows": "copy", "columns": "policy", "values": values},
            LONG,
            st.sampled_from([None, 3, "y", {}, [], {"y": "Y"}, [["left"]]]),
        ),
    )
}
