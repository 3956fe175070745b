"""A small group is lost as a token is; what is kept brings it back."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import minority
from collapse_lib.policies import keep_real, replace

SIZE = {"last": 12, "replicates": 300, "seed": 3}


@pytest.mark.parametrize(("share", "samples"), [(0.05, 40), (0.02, 150), (0.3, 20)])
def test_it_is_lost_as_often_as_a_token_of_its_share(share, samples):
    found, law = minority.lost(share, samples, replace(), **SIZE), minority.law(share, samples, last=12)
    assert np.all(np.abs(found - law) <= 4 * np.sqrt(law * (1 - law) / 300))


def test_the_first_fit_misses_it_with_the_chance_that_it_is_not_drawn():
    assert minority.law(0.05, 40, last=0) == pytest.approx([0.95**40])


def test_a_kept_tenth_keeps_it_in_more_lineages_and_it_does_not_get_worse():
    size = {"last": 40, "replicates": 200, "seed": 1}
    nothing, tenth = (minority.lost(0.05, 100, policy, **size) for policy in (replace(), keep_real(0.1)))
    assert tenth[-1] < 0.6 * nothing[-1]
    assert abs(tenth[-1] - tenth[-10:].mean()) < 4 * np.sqrt(0.25 / 200)
