"""The bell: of all bells the one that makes the data most probable, whatever the data are."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments import station
from collapse_lib.experiments.station import TRUTH
from collapse_lib.models.families import bell


def test_the_bell_has_the_mean_and_the_variance_of_the_day():
    fitted, hours = bell(TRUTH.p), station.HALF_HOURS
    assert fitted @ hours == pytest.approx(TRUTH.p @ hours, abs=1e-11)
    assert fitted @ hours**2 == pytest.approx(TRUTH.p @ hours**2, abs=1e-10)


def test_its_logarithm_is_a_parabola_that_opens_downwards():
    curvature = np.diff(np.log(bell(TRUTH.p)), 2)
    np.testing.assert_allclose(curvature, curvature[0], rtol=1e-9)
    assert curvature[0] < 0


def test_no_other_bell_makes_the_day_more_probable(rng):
    fitted = bell(TRUTH.p)
    for centre, width in zip(rng.uniform(0, 24, 200), rng.uniform(1, 20, 200), strict=True):
        other = np.exp(-(((station.HALF_HOURS - centre) / width) ** 2) / 2)
        assert TRUTH.p @ np.log(other / other.sum()) < TRUTH.p @ np.log(fitted)


@pytest.mark.parametrize("tokens", [1, 2, 3])
def test_a_bell_fits_data_that_stand_on_a_few_tokens_only(tokens, rng):
    place = np.arange(48)
    for _ in range(50):
        shares = np.zeros(48)
        shares[rng.choice(48, tokens, replace=False)] = rng.dirichlet(np.ones(tokens))
        fitted = bell(shares)
        assert fitted.sum() == pytest.approx(1)
        assert fitted @ place == pytest.approx(shares @ place, abs=1e-6)
        assert fitted @ place**2 == pytest.approx(shares @ place**2, abs=1e-5)


@pytest.mark.parametrize("tokens", [1, 2, 3])
def test_on_three_tokens_or_fewer_any_shares_are_a_bell(tokens, rng):
    shares = rng.dirichlet(np.full(tokens, 0.1))
    np.testing.assert_array_equal(bell(shares), shares)


@pytest.mark.parametrize("tokens", [4, 12, 200])
def test_the_bell_has_the_data_s_mean_and_variance_and_fitted_again_it_stays(tokens, rng):
    place = np.linspace(0, 1, tokens)
    for _ in range(20):
        shares = rng.dirichlet(np.ones(tokens))
        member = bell(shares)
        assert member @ place == pytest.approx(shares @ place, abs=1e-12)
        assert member @ place**2 == pytest.approx(shares @ place**2, abs=1e-12)
        np.testing.assert_allclose(bell(member), member, atol=1e-12)


@pytest.mark.parametrize("tokens", [4, 5, 8, 12, 48])
def test_also_where_nearly_all_data_stand_on_few_of_the_tokens(tokens, rng):
    place = np.linspace(0, 1, tokens)
    for _ in range(40):
        shares = rng.dirichlet(np.full(tokens, 0.1))
        member = bell(shares)
        assert member @ place == pytest.approx(shares @ place, abs=1e-10)
        assert member @ place**2 == pytest.approx(shares @ place**2, abs=1e-10)


def test_a_rare_token_beside_a_frequent_one_keeps_the_mean_where_it_was():
    assert bell(np.array([0.98, 0.01, 0.01, 0.0, 0.0])) @ np.arange(5) == pytest.approx(0.03, abs=1e-10)
