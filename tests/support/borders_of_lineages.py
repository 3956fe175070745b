"""The borders of `experiments.mixtures.lineages`, for the table of `experiments.mixtures`."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from domains import Border, arguments
from domains_of_error_shares import FLAT, GROUPS, LINES, NO_SIDES, SIDE
from domains_of_mixture import TWO
from hypothesis import strategies as st
from things import NO_POLICIES, NO_RNGS, NO_SAMPLERS, POLICIES, RNGS
from values import not_whole

from collapse_lib.experiments.mixtures import lineages
from collapse_lib.models.em import Mixtures
from collapse_lib.models.mixture import Mixture

COLD = Mixture(TWO.weights, TWO.means, TWO.covariances, warm=False)
NO_TRUTHS = st.sampled_from([None, FLAT, [TWO], Mixture, "truth", LINES])
NO_COUNTS = st.sampled_from([-1, 2.5, None, "3", True, [1]])


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


BORDERS = {
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
}
