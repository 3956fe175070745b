"""The domains of `experiments.mixtures`."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pandas as pd
import pytest
from domains import Border, arguments
from domains_of_error_shares import FLAT, GROUPS, LINES, NO_SIDES, SIDE
from domains_of_mixture import TWO
from hypothesis import strategies as st
from things import NO_POLICIES, NO_RNGS, NO_SAMPLERS, NO_TABLES, NO_TEXTS, POLICIES, RNGS
from values import MANY, NOT_SHARES, SHARES, not_between, not_whole

from collapse_lib.experiments import mixtures
from collapse_lib.experiments.mixtures import lineages, minority, runs, tables
from collapse_lib.models.em import Mixtures
from collapse_lib.models.mixture import Mixture
from collapse_lib.policies import replace

COLD = Mixture(TWO.weights, TWO.means, TWO.covariances, warm=False)
NO_TRUTHS = st.sampled_from([None, FLAT, [TWO], Mixture, "truth", LINES])
NO_COUNTS = st.sampled_from([-1, 2.5, None, "3", True, [1]])
NAMES = NO_TEXTS | st.sampled_from(["", "20% kept"])
PLACES = {"policy": NAMES, "generation": NO_COUNTS | st.just(7), "samples": NO_COUNTS | st.just(3)}
AT = st.just({"policy": "replace", "generation": 10, "samples": 1_000})
SURVEYED = {"samples": 9, "replicates": 2, "last": 1, "keep": [0, 1]}
TABLES = st.integers(1, 3).map(
    lambda rows: pd.DataFrame({"policy": "replace", "samples": 1_000, "generation": 50, "x": np.arange(rows) / 2})
)
LAWFUL = arguments(share=SHARES, samples=st.integers(1, 50), last=st.integers(0, 9))


def each_with_its_data(found, model, replicates, **_):
    for now in islice(found, 2):
        assert now.means.shape == (replicates, *model.means.shape)
        np.testing.assert_allclose(now.weights.sum(axis=1), 1)


def zero_at_the_truth(found, now, truth):
    assert all(column.shape == (len(now),) for column in found.values())
    assert (found["distance"] > -1e-12).all() and (found["spread"] > 0).all() and (found["total"] > 0).all()
    assert lineages.measures(Mixtures.of([truth]), truth)["distance"] == pytest.approx(0)


def symmetric(found, one, other):
    assert found.shape == (len(one),) and (found > -1e-12).all()
    if len(one) == 1:
        np.testing.assert_allclose(found, lineages.squared_l2(other, one), atol=1e-12)


def shares(found, now, truth):
    assert found.shape == (len(now),) and (found >= 0).all() and (found <= 1 + 1e-12).all()


def never_found_again(found, share, samples, policy, last, replicates, seed):
    assert found.shape == (last + 1,) and (found >= 0).all() and (found <= 1).all()
    again = minority.lost(share, samples, policy, last=last, replicates=replicates, seed=seed)
    np.testing.assert_array_equal(found, again)


def never_falls(found, share, samples, last):
    assert found.shape == (last + 1,) and (np.diff(found) >= -1e-12).all()
    assert found[0] == pytest.approx((1 - share) ** samples, abs=1e-12)


def so_far_apart(found, share, gap):
    assert found.weights[1] == share and found.means[1, 0] - found.means[0, 0] == pytest.approx(gap)


def its_first(found, now):
    assert list(found["component"]) == [0, 1] and found["x"].tolist() == now.means[0, :, 0].tolist()


def a_row_each(found, policy, samples, replicates, last, rng, keep):
    assert len(found["measures"]) == replicates * len(keep) and len(found["components"]) == 2 * len(keep)


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


ROOM = mixtures
UNTRIED = {"record": "it takes nothing, and hours"}
TABLE = {
    "side_by_side": Border(
        lineages.side_by_side,
        arguments(
            model=st.just(TWO),
            truth=st.just(TWO),
            policy=POLICIES,
            samples=st.integers(4, 9),
            replicates=st.integers(1, 3),
            rng=RNGS,
            budget=st.none() | st.integers(2, 9),
        ),
        each_with_its_data,
        {
            "model": st.sampled_from([None, COLD, Mixture, [TWO], "two"]),
            "truth": NO_SAMPLERS,
            "policy": NO_POLICIES,
            "samples": not_whole(2),
            "replicates": NO_COUNTS | st.just(0),
            "rng": NO_RNGS,
            "budget": st.sampled_from([-1, 0, 1, 2.5, "3", True, [1]]),
        },
    ),
    "measures": Border(
        lineages.measures,
        arguments(now=SIDE, truth=GROUPS),
        zero_at_the_truth,
        {"now": NO_SIDES | st.just(FLAT), "truth": NO_TRUTHS},
    ),
    "squared_l2": Border(
        lineages.squared_l2,
        arguments(one=SIDE, other=GROUPS.map(lambda one: Mixtures.of([one]))),
        symmetric,
        {
            "one": NO_SIDES | st.just(FLAT),
            "other": NO_SIDES | st.sampled_from([FLAT, Mixtures.of([TWO] * 4), Mixtures.of([LINES])]),
        },
    ),
    "share_near": Border(
        lineages.share_near, arguments(now=SIDE, truth=GROUPS), shares, {"now": NO_SIDES, "truth": NO_TRUTHS}
    ),
    "lost": Border(
        minority.lost,
        st.builds(
            lambda share, policy, seed: {
                "share": share,
                "samples": 6,
                "policy": policy,
                "last": 1,
                "replicates": 2,
                "seed": seed,
            },
            st.sampled_from([0, 0.1, 1]),
            st.just(replace()),
            st.integers(0, 9),
        ),
        never_found_again,
        {
            "share": NOT_SHARES | MANY,
            "samples": NO_COUNTS | st.sampled_from([0, 1]),
            "policy": NO_POLICIES,
            "last": NO_COUNTS,
            "replicates": NO_COUNTS | st.just(0),
            "seed": NO_COUNTS,
        },
    ),
    "law": Border(
        minority.law,
        LAWFUL,
        never_falls,
        {"share": NOT_SHARES | MANY, "samples": NO_COUNTS | st.just(0), "last": NO_COUNTS},
    ),
    "two_groups": Border(
        runs.two_groups,
        arguments(share=SHARES, gap=st.floats(-1e6, 1e6)),
        so_far_apart,
        {"share": NOT_SHARES | MANY, "gap": not_between() | MANY},
    ),
    "survey": Border(
        runs.survey,
        st.builds(
            lambda policy, rng: {**SURVEYED, "policy": policy, "rng": rng}, st.sampled_from([*runs.COMPARED]), RNGS
        ),
        a_row_each,
        {
            "policy": NAMES,
            "samples": NO_COUNTS | st.sampled_from([0, 1]),
            "replicates": NO_COUNTS | st.just(0),
            "last": NO_COUNTS,
            "rng": NO_RNGS,
            "keep": st.sampled_from([None, [], 3, "0", [-1], [1.5], [None], [True], [7]]),
        },
    ),
    "components": Border(
        runs.components, arguments(now=SIDE), its_first, {"now": NO_SIDES | st.just(Mixtures.of([LINES]))}
    ),
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
