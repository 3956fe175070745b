"""The domains of `experiments.mixtures`."""

from __future__ import annotations

import numpy as np
import pytest
from borders_of_lineages import BORDERS as OF_LINEAGES
from borders_of_lineages import NO_COUNTS
from borders_of_mixture_tables import BORDERS as OF_TABLES
from borders_of_mixture_tables import NAMES
from domains import Border, arguments
from domains_of_error_shares import LINES, NO_SIDES, SIDE
from hypothesis import strategies as st
from things import NO_POLICIES, NO_RNGS, RNGS
from values import MANY, NOT_SHARES, SHARES, not_between

from collapse_lib.experiments import mixtures
from collapse_lib.experiments.mixtures import minority, runs
from collapse_lib.models.em import Mixtures
from collapse_lib.policies import replace

SURVEYED = {"samples": 9, "replicates": 2, "last": 1, "keep": [0, 1]}
LAWFUL = arguments(share=SHARES, samples=st.integers(1, 50), last=st.integers(0, 9))


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


ROOM = mixtures
UNTRIED = {"record": "it takes nothing, and hours"}
TABLE = {
    **OF_LINEAGES,
    **OF_TABLES,
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
}
