"""A small group is lost as a token is; what is kept does not bring it back into a model without a place for it."""

from __future__ import annotations

import dataclasses
from itertools import islice

import numpy as np
import pytest
from tolerances import assert_share

from collapse_lib import theory
from collapse_lib.experiments.mixtures import minority
from collapse_lib.experiments.mixtures.lineages import share_near
from collapse_lib.experiments.mixtures.runs import two_groups
from collapse_lib.models.em import Mixtures
from collapse_lib.policies import keep_real, replace
from collapse_lib.recursion import generations

SIZE = {"last": 12, "replicates": 300, "seed": 3}


@pytest.mark.parametrize(("share", "samples"), [(0.05, 40), (0.02, 150), (0.3, 20)])
def test_it_is_lost_as_often_as_a_token_of_its_share(share, samples):
    found, law = (
        minority.lost(share, samples, replace(), **SIZE),
        minority.law(share, samples, last=12),
    )
    assert np.all(np.abs(found - law) <= 4 * np.sqrt(law * (1 - law) / 300))


def test_the_first_fit_misses_it_with_the_chance_that_it_is_not_drawn():
    assert minority.law(0.05, 40, last=0) == pytest.approx([0.95**40])


def test_a_model_that_has_lost_its_component_does_not_find_it_again_though_a_tenth_is_kept():
    tenth = minority.lost(0.05, 100, keep_real(0.1), last=40, replicates=200, seed=1)
    assert np.all(np.diff(tenth) >= 0)
    assert tenth[-1] > 0.8


def test_with_a_tenth_kept_fits_begun_anew_miss_it_as_often_as_a_token():
    """So what a warm model loses beyond that, it loses by where its search begins."""
    truth, rng, gone = two_groups(0.05, gap=minority.GAP), np.random.default_rng(1), []
    cold = dataclasses.replace(truth, warm=False)
    for _ in range(100):
        run = generations(cold, truth.sample(50, rng=rng), keep_real(0.1), rng=rng)
        models = Mixtures.of([generation.model for generation in islice(run, 11)])
        gone.append(share_near(models, truth) * 50 < 0.5)
    law = theory.chance_missing(0.05, 50, 11, kept=0.1)
    assert_share(gone, law)
    warm = minority.lost(0.05, 50, keep_real(0.1), last=10, replicates=100, seed=1)
    assert warm[-1] > law[-1] + 0.2


def test_a_kept_tenth_costs_the_small_group_where_few_are_drawn_and_helps_where_more_are():
    for samples, more in ((50, True), (100, True), (300, False)):
        nothing, tenth = (
            minority.lost(0.05, samples, policy, last=40, replicates=200, seed=1)[-1]
            for policy in (replace(), keep_real(0.1))
        )
        assert (tenth > nothing) == more
        assert abs(tenth - nothing) > 0.05


def test_with_300_samples_most_losses_come_while_some_of_the_group_are_in_the_data():
    truth, rng, there = two_groups(0.05, gap=minority.GAP), np.random.default_rng(5), []
    for _ in range(80):
        for generation in islice(generations(truth, truth.sample(300, rng=rng), keep_real(0.1), rng=rng), 41):
            if share_near(Mixtures.of([generation.model]), truth)[0] * 300 < 0.5:
                there.append(bool((generation.data[:, 0] > 0).any()))
                break
    assert len(there) > 10
    assert np.mean(there) > 0.5
