"""What training makes of the best fit: a taste for the likely narrows, a blur moves shares to neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import metrics
from collapse_lib.experiments.station import TRUTH
from collapse_lib.models.categorical import zipf
from collapse_lib.models.procedures import Blurred, Tempered


def test_zipf_stays_zipf_and_grows_steeper():
    p = zipf(200).p
    for _ in range(5):
        p = Tempered(0.9)(p)
    np.testing.assert_allclose(p, zipf(200, exponent=0.9**-5).p)


def test_the_taste_narrows_the_opposite_taste_widens_and_none_changes_nothing():
    likely, unlikely = (metrics.entropy(Tempered(t)(TRUTH.p)) for t in (0.9, 1.1))
    assert likely < metrics.entropy(TRUTH.p) < unlikely
    np.testing.assert_allclose(Tempered(1.0)(TRUTH.p), TRUTH.p, rtol=1e-12)


def test_it_is_what_training_for_likely_output_and_entropy_asks_for(rng):
    def reward(q):
        return q @ np.log(p) + 0.9 * metrics.entropy(q)

    p = zipf(8).p
    best = Tempered(0.9)(p)
    assert all(reward(other) < reward(best) for other in rng.dirichlet(np.ones(8), 500))
    assert all(reward(0.99 * best + 0.01 * other) < reward(best) for other in rng.dirichlet(np.ones(8), 500))


def test_an_extreme_taste_leaves_a_distribution():
    p = Tempered(1e-4)(zipf(50).p)
    assert p.sum() == pytest.approx(1)
    assert p[0] == pytest.approx(1)


@pytest.mark.parametrize("temperature", [0, -1, np.nan])
def test_a_temperature_is_positive(temperature):
    with pytest.raises(ValueError, match="temperature must be positive and finite, got"):
        Tempered(temperature)


def test_a_blur_moves_shares_to_neighbours_and_keeps_the_whole_and_the_middle():
    np.testing.assert_allclose(Blurred(0.3)(np.array([0.0, 0, 1, 0, 0])), [0, 0.15, 0.7, 0.15, 0])
    np.testing.assert_allclose(Blurred(0.3)(np.array([1.0, 0, 0, 0, 0])), [0.85, 0.15, 0, 0, 0])


@pytest.mark.parametrize("moved", [-0.1, 1.1, np.nan])
def test_a_blur_moves_a_share(moved):
    with pytest.raises(ValueError, match="moved must be a share between 0 and 1, got"):
        Blurred(moved)
