"""The domains of `experiments.error_shares`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, on
from domains_of_mixture import TWO
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NOT_FINITE_DATA, RNGS, SIZES
from values import MANY, not_between, not_whole

from collapse_lib.experiments import error_shares
from collapse_lib.experiments.error_shares import SideBySide
from collapse_lib.experiments.mixtures.runs import two_groups
from collapse_lib.models.em import Mixtures
from collapse_lib.models.mixture import Mixture

GROUPS = st.builds(two_groups, st.sampled_from([0, 0.1, 0.5, 1]), gap=st.floats(-8, 8))
SIDE = st.lists(GROUPS, min_size=1, max_size=3).map(Mixtures.of)
TEMPERATURES = st.floats(0.1, 10)
SWITCHES = st.just({"switches": (True, True, True)})
NO_SWITCHES = st.sampled_from([None, 3, "few", [], (True,), (True,) * 4, (1, 0, 0), (True, None, False), "yes", {}])
NO_TEMPERATURES = not_between(0) | MANY | st.just(0)
FLAT = Mixtures(np.ones((1, 1)), np.zeros((1, 1, 2)), np.zeros((1, 1, 2, 2)))
NO_SIDES = st.sampled_from([None, TWO, [], "mixtures", Mixtures])
FAR = Mixture([1.0], [[1e3, 0.0]], [np.eye(2)])
LINES = Mixture([1.0], [[0.0]], [[[1.0]]])


def many(found, switches):
    assert ((0 < found) & (found < 1)).all()


def two_moments(found):
    truth = two_groups()
    np.testing.assert_allclose(found.means[0], truth.weights @ truth.means)
    assert np.trace(found.covariances[0]) == pytest.approx(2 + 3**2)


def as_given(found, now, temperature):
    assert (found.now, found.temperature) == (now, temperature)


def so_many_of_each(found, self, size, rng):
    assert found.shape == (size, len(self.now), 2)


def nearer_to_the_likely(found, now, temperature):
    np.testing.assert_allclose(found.weights.sum(axis=1), 1)
    np.testing.assert_array_equal(found.covariances, temperature * now.covariances)
    np.testing.assert_allclose(error_shares.tempered(found, 1 / temperature).weights, now.weights, atol=1e-6)


def a_share(found, now, truth):
    assert found.shape == (len(now),) and (found >= 0).all() and (found <= 1).all()
    assert error_shares.total_variation_on_grid(Mixtures.of([truth]), truth) == 0


def refitted(found, self, data, rng):
    assert found.temperature == self.temperature and len(found.now) == len(self.now)


ROOM = error_shares
UNTRIED = {"by_family": "it takes nothing, and a minute"}
LATE = {"switches": NO_SWITCHES}
TABLE = {
    "station_damage": Border(error_shares.station_damage, SWITCHES, None, LATE),
    "group_damage": Border(error_shares.group_damage, SWITCHES, None, LATE),
    "digit_damage": Border(error_shares.digit_damage, SWITCHES, many, LATE),
    "SideBySide": Border(
        SideBySide,
        arguments(now=SIDE, temperature=TEMPERATURES),
        as_given,
        {"now": NO_SIDES, "temperature": NO_TEMPERATURES},
    ),
    "SideBySide.fit": Border(
        on("fit"),
        st.builds(
            lambda groups, seed: {
                "self": SideBySide(Mixtures.of([groups]), 1.0),
                "data": np.random.default_rng(seed).normal(size=(9, 1, 2)),
                "rng": np.random.default_rng(0),
            },
            GROUPS,
            SIZES,
        ),
        refitted,
        {
            "data": NO_SAMPLES
            | NOT_FINITE_DATA
            | st.sampled_from([np.zeros((9, 2)), np.zeros((9, 2, 2)), np.zeros((9, 1, 3))]),
            "rng": NO_RNGS,
        },
    ),
    "SideBySide.sample": Border(
        on("sample"),
        arguments(self=SIDE.map(lambda now: SideBySide(now, 1.0)), size=SIZES, rng=RNGS),
        so_many_of_each,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "moment_matched": Border(error_shares.moment_matched, st.just({}), two_moments),
    "tempered": Border(
        error_shares.tempered,
        arguments(now=SIDE, temperature=TEMPERATURES),
        nearer_to_the_likely,
        {"now": NO_SIDES | st.just(FLAT), "temperature": NO_TEMPERATURES},
    ),
    "total_variation_on_grid": Border(
        error_shares.total_variation_on_grid,
        arguments(now=SIDE, truth=GROUPS),
        a_share,
        {
            "now": NO_SIDES | st.sampled_from([FLAT, Mixtures.of([FAR]), Mixtures.of([LINES])]),
            "truth": st.sampled_from([None, FLAT, [TWO], Mixture, FAR, LINES]),
        },
    ),
}
