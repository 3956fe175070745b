"""The closest bell, on scales shorter and longer than a day's."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.models.families import bell


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
