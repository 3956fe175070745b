"""Three errors in three families: each alone, together, and shares of the damage that add up."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy.stats import norm

from collapse_lib.experiments import error_shares
from collapse_lib.experiments.error_shares import ALONE, GRID, marginal_effects, shapley_shares
from collapse_lib.experiments.mixtures.runs import two_groups
from collapse_lib.models.em import Mixtures, densities
from collapse_lib.models.mixture import Mixture

EIGHT = list(product((False, True), repeat=3))


def test_errors_that_add_up_explain_what_each_does_alone():
    damage = {switches: 0.1 * switches[0] + 0.3 * switches[1] + 0.6 * switches[2] for switches in EIGHT}
    assert shapley_shares(damage) == pytest.approx([0.1, 0.3, 0.6])
    assert marginal_effects(damage).T == pytest.approx(np.array([[0.1, 0.3, 0.6]] * 2))


def test_errors_that_do_harm_only_together_share_it():
    damage = {switches: float(switches[0] and switches[1]) for switches in EIGHT}
    assert shapley_shares(damage) == pytest.approx([0.5, 0.5, 0])
    assert marginal_effects(damage) == pytest.approx(np.array([[0, 1], [0, 1], [0, 0]]))


def test_an_error_that_offsets_another_explains_less_than_nothing():
    damage = {switches: 1.0 * switches[0] - 0.5 * (switches[0] and switches[1]) for switches in EIGHT}
    assert shapley_shares(damage)[1] < 0
    assert marginal_effects(damage)[1] == pytest.approx([0, -1])
    assert shapley_shares(damage).sum() == pytest.approx(1)


def test_a_tempered_mixture_has_the_density_to_the_power():
    tempered = error_shares.tempered(Mixtures.of([two_groups(0.2)]), 0.8)
    before, after = densities(Mixtures.of([two_groups(0.2)]), GRID)[0] ** (1 / 0.8), densities(tempered, GRID)[0]
    np.testing.assert_allclose(after / after.sum(), before / before.sum(), atol=2e-4)


def test_the_distance_between_two_bells_is_the_known_one():
    one, other = (Mixture(np.ones(1), np.array([[x, 0.0]]), np.eye(2)[None]) for x in (-1.0, 1.0))
    found = error_shares.total_variation_on_grid(Mixtures.of([one]), other)
    assert found == pytest.approx([2 * norm.cdf(1) - 1], abs=1e-3)


def test_one_bell_has_the_mean_and_the_covariance_of_both(rng):
    data = two_groups().sample(100_000, rng=rng)
    bell = error_shares.moment_matched()
    np.testing.assert_allclose(data.mean(axis=0), bell.means[0], atol=4 * np.sqrt(10 / 100_000))
    np.testing.assert_allclose(np.cov(data.T), bell.covariances[0], atol=0.15)


def test_without_errors_there_is_no_damage_to_speak_of_and_each_alone_does_some():
    for family in (error_shares.station_damage, error_shares.group_damage):
        assert family((False, False, False)).mean() < 0.03
        assert min(family(alone).mean() for alone in ALONE) > 0.2


def test_the_table_has_all_families_and_errors_and_its_shares_add_up():
    table = error_shares.by_family()
    assert table.groupby("family").error.nunique().to_list() == [5, 5, 5]
    shares = table[table.error.isin(error_shares.ERRORS)].groupby("family").shapley.sum()
    assert shares.to_numpy() == pytest.approx([1, 1, 1])
    rows = table.dropna()
    assert (rows.low < rows.shapley).all() and (rows.high > rows.shapley).all()
    # Three runs leave more open than 400 or 200.
    assert (rows.high - rows.low).groupby(rows.family).max().sort_values().index[-1] == "digits"
