"""The fate of one token, exactly: what comes first, what comes last, and what a kept share changes."""

from __future__ import annotations

import numpy as np
import pytest
from tolerances import assert_share

from collapse_lib import theory
from collapse_lib.models.categorical import Categorical
from collapse_lib.policies import keep_real
from collapse_lib.recursion import generations


def test_the_chance_of_a_loss_begins_with_a_miss_and_ends_with_all_but_the_share():
    chances = theory.chance_lost(0.2, 20, 400)
    assert chances[0] == pytest.approx(theory.missed(0.2, 20))
    assert chances[-1] == pytest.approx(0.8, abs=1e-6)
    assert np.all(np.diff(chances) >= 0)


# With a share kept


def test_with_nothing_kept_a_token_that_is_missing_is_lost():
    np.testing.assert_allclose(
        theory.chance_missing(0.05, 60, 30, kept=0), theory.chance_lost(0.05, 60, 30), atol=1e-12
    )


def test_with_everything_kept_it_is_missing_for_ever_or_never():
    assert theory.chance_missing(0.05, 30, 5, kept=1) == pytest.approx(theory.missed(0.05, 30))


def test_a_model_that_counts_misses_it_as_often_as_the_chain_says(rng):
    truth, missing = Categorical(np.array([0.95, 0.05])), []
    for _ in range(1_000):
        run = generations(truth, truth.sample(40, rng=rng), keep_real(0.1), rng=rng)
        missing.append([generation.model.p[1] == 0 for generation, _ in zip(run, range(12), strict=False)])
    assert_share(missing, theory.chance_missing(0.05, 40, 12, kept=0.1))
    assert not np.all(np.diff(np.array(missing).astype(int), axis=1) >= 0), "it comes back"


@pytest.mark.parametrize("share", [1.2e-308, 5e-324, 1e-301])
def test_a_share_of_next_to_nothing_is_missed_by_every_generation(share):
    assert theory.chance_lost(share, 2, 3) == pytest.approx(1)
