"""The domains of `experiments.language_model.tables`."""

from __future__ import annotations

import numpy as np
import pandas as pd
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TABLES, NO_TEXTS

from collapse_lib.experiments.language_model import tables

NAMES = NO_TEXTS | st.sampled_from(["", "20% kept", "T = 2"])
NO_COLUMNS = st.sampled_from(["y", None, ""])
NO_NUMBERS = st.sampled_from([-1, 2.5, None, "3", True, [1], 99])
NO_GENERATIONS = st.sampled_from([None, [], 3, "0", [99], [0, -1], [None], ["0"]])
PLACE = {"policy": "replace", "decoding": "T = 0.9", "epochs": 5}
NO_PLACE = {"policy": NAMES, "decoding": NAMES, "epochs": NO_NUMBERS}


def run(replicates, **columns):
    """Return a table of so many runs of two generations."""
    rows = [{**PLACE, "generation": g, "replicate": r} for g in (0, 1) for r in range(replicates)]
    return pd.DataFrame(rows).assign(**columns)


RUNS = st.integers(1, 3).map(
    lambda runs: run(runs, x=0.5, alive=0.25, band="1", bin=0, share=1.0, prompt="In", text="a " * 60)
)
NO_RUNS = NO_TABLES | RUNS.map(lambda table: table.drop(columns="decoding"))
NUMBERS = RUNS.map(lambda table: table[[*PLACE, "generation", "replicate", "x"]])


def the_middle(found, table):
    assert found["x"].tolist() == [0.5, 0.5]


def all_in_one_bin(found, table, epochs):
    assert len(found) == 2 and (found["share"] == 1).all() and (found["low"] < found["high"]).all()


def lines_of_the_text(found, table, decoding, epochs, replicate):
    narrow = found[found["layout"] == "narrow"]
    assert (narrow["text"].str.len() <= tables.LINE).all() and " ".join(narrow["text"]).count("a") == 120


def a_quarter(found, table):
    assert found["alive"].tolist() == [0.25, 0.25]


def so_many(found, generations, **_):
    assert found.shape == (len(generations),) and np.isfinite(found).all()


def in_order(found, **_):
    assert len(found) == 5 and (np.diff(found) >= 0).all()


def positive(found, **_):
    assert found > 0


ROOM = tables
TABLE = {
    "medians": Border(tables.medians, arguments(table=NUMBERS), the_middle, {"table": NO_RUNS}),
    "histogram": Border(
        tables.histogram,
        arguments(table=RUNS, epochs=st.just(5)),
        all_in_one_bin,
        {"table": NO_RUNS, "epochs": NO_NUMBERS},
    ),
    "continuations": Border(
        tables.continuations,
        arguments(table=RUNS, decoding=st.just("T = 0.9"), epochs=st.just(5), replicate=st.just(0)),
        lines_of_the_text,
        {"table": NO_RUNS, "decoding": NAMES, "epochs": NO_NUMBERS, "replicate": NO_NUMBERS},
    ),
    "survival": Border(tables.survival, arguments(table=RUNS), a_quarter, {"table": NO_RUNS}),
    "at": Border(
        tables.at,
        st.just({**PLACE, "column": "real", "generations": [0, 9]}),
        so_many,
        {**NO_PLACE, "column": NO_COLUMNS, "generations": NO_GENERATIONS},
    ),
    "alive": Border(
        tables.alive,
        st.just({**PLACE, "band": "1", "generations": [0, 9]}),
        so_many,
        {**NO_PLACE, "band": NAMES, "generations": NO_GENERATIONS},
    ),
    "each": Border(
        tables.each,
        st.just({**PLACE, "column": "real", "generation": 9}),
        in_order,
        {**NO_PLACE, "column": NO_COLUMNS, "generation": NO_NUMBERS},
    ),
    "at_choice": Border(
        tables.at_choice,
        st.just({"choice": "as the preset", "column": "real", "generation": 5}),
        positive,
        {"choice": NAMES, "column": NO_COLUMNS, "generation": NO_NUMBERS},
    ),
}
