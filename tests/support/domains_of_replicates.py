"""The domains of `experiments.replicates`."""

from __future__ import annotations

import numpy as np
import pandas as pd
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DATASETS, NO_MODELS, NO_POLICIES, NO_TABLES, POLICIES, data
from values import not_whole

from collapse_lib import ensembles
from collapse_lib.experiments import replicates
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import replace
from collapse_lib.recursion import Generation

NO_MEASURES = st.sampled_from([None, "mean", {"mean": 0}, lambda: {}, lambda generation: 3, lambda generation: None])
NO_MAPPINGS = st.sampled_from([None, {}, [], "runs", pd.DataFrame({"a": [1]}).to_numpy(), {"a": None}, {"a": {"b": 1}}])
NAMES = st.sampled_from(["", "replace", "10% kept", "a\nb", "é", "\0", "0"])
TABLE_OF_RUN = st.integers(1, 5).map(lambda rows: pd.DataFrame({"generation": range(rows), "x": np.arange(rows) / 2}))


def mean(generation: Generation) -> dict[str, float]:
    """Note the mean of a generation."""
    return {"mean": generation.model.mean}


def a_row_each(found, last, replicates, **_):
    assert len(found) == (last + 1) * replicates and list(found) == ["replicate", "generation", "mean"]


def under_one_another(found, runs, column):
    assert len(found) == sum(map(len, runs.values())) and found.columns[0] == column


def quartiles_in_order(found, table, column, by):
    assert (np.diff(found[["low", "q1", "median", "q3", "high"]]) >= 0).all()


def kept_ones(found, ensemble, keep):
    assert set(found["generation"]) == set(keep)


def ensemble():
    """Return a small ensemble of generations without end."""
    return ensembles.gaussian(replace(), samples=3, lineages=2, rng=np.random.default_rng(0))


ROOM = replicates
TABLE = {
    "run": Border(
        replicates.run,
        arguments(
            model=st.just(Gaussian(ddof=0)),
            truth=st.just(Gaussian()) | data(4),  # a quarter of them is one at least
            policy=POLICIES,
            measure=st.just(mean),
            last=st.integers(0, 3),
            replicates=st.integers(1, 3),
            seed=st.integers(0, 2**40),
            samples=st.integers(4, 9),
            budget=st.none() | st.integers(1, 9),
        ),
        a_row_each,
        {
            "model": NO_MODELS,
            "truth": NO_DATASETS,
            "policy": NO_POLICIES,
            "measure": NO_MEASURES,
            "last": not_whole(0).filter(lambda last: not isinstance(last, int) or last < 0 or last is True),
            "replicates": not_whole(1).filter(lambda n: not isinstance(n, int) or n < 1 or n is True),
            "seed": not_whole(0).filter(lambda seed: not isinstance(seed, int) or seed < 0 or seed is True),
        },
        apart=st.sampled_from([{"truth": Gaussian(), "samples": wrong} for wrong in (None, 0, -1, 2.5, "9", True)]),
    ),
    "compare": Border(
        replicates.compare,
        arguments(runs=st.dictionaries(NAMES, TABLE_OF_RUN, min_size=1, max_size=3), column=st.just("policy")),
        under_one_another,
        {"runs": NO_MAPPINGS, "column": st.sampled_from([None, "", 3, ["policy"]])},
    ),
    "tidy": Border(
        replicates.tidy,
        arguments(table=TABLE_OF_RUN),
        lambda found, table: None,
        {"table": NO_TABLES | st.just(pd.DataFrame({"x": [1]})) | st.just(pd.DataFrame({"generation": []}))},
    ),
    "stacked": Border(
        replicates.stacked,
        arguments(runs=st.lists(TABLE_OF_RUN.map(lambda table: {"measures": table}), min_size=1, max_size=3)),
        lambda found, runs: None,
        {"runs": st.sampled_from([None, [], "runs", 3, [None], [{}], [{"a": None}]])},
    ),
    "summary": Border(
        replicates.summary,
        arguments(table=TABLE_OF_RUN, column=st.just("x"), by=st.sampled_from(["generation", ["generation"]])),
        quartiles_in_order,
        {
            "table": NO_TABLES | st.just(pd.DataFrame({"x": ["a"], "generation": [0]})),
            "column": st.sampled_from(["y", None, ""]),
            "by": st.sampled_from([[], None, ["y"], "y", 3]),
        },
    ),
    "lineages": Border(
        replicates.lineages,
        arguments(ensemble=st.builds(ensemble), keep=st.lists(st.integers(0, 5), min_size=1, max_size=3)),
        kept_ones,
        {
            "ensemble": st.sampled_from([None, 3, []]),
            "keep": st.sampled_from([[], None, 3, "0", [-1], [1.5], [None], [True]]),
        },
    ),
}
