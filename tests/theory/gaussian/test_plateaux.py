"""What holds a refitted Gaussian where it is: a share of real data in every generation, or throwing nothing away."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from simulations import simulated
from tolerances import assert_mean, assert_median

from collapse_lib import ensembles, theory
from collapse_lib.metrics import squared_wasserstein
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Refresh, keep_real
from collapse_lib.recursion import generations

TRUTH = Gaussian()


@pytest.mark.parametrize("generation", [0, 1, 5, 40])
@pytest.mark.parametrize("fraction", [0.1, 0.5])
@pytest.mark.parametrize("ddof", [1, 0])
def test_fresh_real_data_hold_the_moments_where_the_law_says(generation, fraction, ddof, rng):
    policy = Refresh(TRUTH, fraction)
    mean, std = simulated(policy, generation, rng, samples=50, lineages=20_000, ddof=ddof)
    error, variance = theory.refresh_moments(generation + 1, 50, policy.fresh(50), ddof=ddof)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


@pytest.mark.parametrize("generation", [50, 200])
def test_ten_per_cent_fresh_data_make_a_plateau(generation, rng):
    found = simulated(Refresh(TRUTH, 0.1), generation, rng, samples=100, lineages=20_000)
    assert_mean(squared_wasserstein(*found), 0.08, slack=0.005)
    assert_median(found[1] ** 2, 0.98, slack=0.005)


def test_ten_per_cent_of_one_fixed_pool_make_a_slightly_higher_plateau(rng):
    early, late = [], []
    for _ in range(400):
        run = generations(Gaussian(), TRUTH.sample(100, rng=rng), keep_real(0.1), rng=rng)
        found = [squared_wasserstein(g.model.mean, g.model.std) for g in islice(run, 100)]
        early.append(np.mean(found[30:65]))
        late.append(np.mean(found[65:]))
    assert_mean(np.add(early, late) / 2, 0.10, slack=0.005)
    assert_mean(np.subtract(late, early), 0.0)


@pytest.mark.parametrize("generation", [0, 1, 9, 60])
def test_nothing_thrown_away_bounds_the_error_of_the_mean(generation, rng):
    mean, std = simulated(Accumulate(), generation, rng, samples=20, lineages=20_000)
    error, variance = theory.accumulate_moments(generation + 1, 20)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


def test_nothing_thrown_away_makes_the_distance_level_off(rng):
    run = ensembles.gaussian(Accumulate(), samples=100, lineages=20_000, rng=rng)
    found = [squared_wasserstein(*distances) for distances in islice(run, 0, 401, 100)]
    assert theory.expected_w2(1, 100) == pytest.approx(0.0150, abs=0.00005)
    for refits, distance in zip((1, 101, 201, 301, 401), found, strict=True):
        assert_mean(distance, theory.accumulate_w2(refits, 100))
    # The same lineages later: what is still to come after n bags is a share of about 1 / n of the first error.
    assert_mean(found[4] - found[1], theory.accumulate_w2(401, 100) - theory.accumulate_w2(101, 100))
