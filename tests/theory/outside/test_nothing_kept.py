"""A taste in a closed loop with nothing kept: where each comes to rest."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from collapse_lib import metrics, theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.decoding import Decoding
from collapse_lib.models.learner import InfiniteData, Learner
from collapse_lib.policies import replace
from collapse_lib.recursion import generations

ZIPF = zipf(50).p


@pytest.mark.parametrize("temperature", [0.5, 0.9, 1.1, 2.0])
def test_after_n_generations_the_shares_are_to_the_power_of_1_over_t_to_the_n(temperature):
    model = InfiniteData(Learner(Categorical(ZIPF), procedure=Decoding(temperature)))
    loop = generations(model, ZIPF, replace(), rng=np.random.default_rng())
    for generation in islice(loop, 12):
        powers = (ZIPF / ZIPF[0]) ** (1 / temperature ** (generation.index + 1))
        np.testing.assert_allclose(generation.model.p, powers / powers.sum(), atol=1e-12)


@pytest.mark.parametrize("taste", [Decoding(0.9), Decoding(beams=5), Decoding(top_k=1), Decoding(top_p=0.3)])
def test_a_taste_that_nothing_holds_ends_in_the_likeliest(taste):
    np.testing.assert_allclose(theory.settled(taste, ZIPF, 0), np.eye(50)[0], atol=1e-9)


def test_equals_stay_equals_and_the_likeliest_share_what_there_is():
    np.testing.assert_allclose(theory.settled(Decoding(0.9), [0.3, 0.4, 0.3], 0), [0, 1, 0], atol=1e-9)
    np.testing.assert_allclose(theory.settled(Decoding(0.9), [0.4, 0.4, 0.2], 0), [0.5, 0.5, 0], atol=1e-9)


def test_above_temperature_1_it_ends_in_a_uniform_spread_over_what_there_is():
    shares = np.append(ZIPF, 0)
    np.testing.assert_allclose(theory.settled(Decoding(1.1), shares, 0), np.append(np.full(50, 1 / 50), 0), atol=1e-9)


def test_top_k_drops_once_and_then_stands():
    once = Decoding(top_k=7)(ZIPF)
    np.testing.assert_allclose(theory.settled(Decoding(top_k=7), ZIPF, 0), once)
    np.testing.assert_allclose(once[:7], ZIPF[:7] / ZIPF[:7].sum())


@pytest.mark.parametrize("top_p", [0.5, 0.9, 0.95, 0.99])
def test_top_p_drops_again_and_again_until_each_token_left_has_more_than_it_may_drop(top_p):
    for real in (ZIPF, zipf(500, 0.2).p):
        end = theory.settled(Decoding(top_p=top_p), real, 0)
        assert metrics.support(end) <= theory.most_tokens_of_top_p(top_p)
        assert end[end > 0].min() > 1 - top_p
    assert metrics.support(Decoding(top_p=top_p)(ZIPF)) > metrics.support(
        theory.settled(Decoding(top_p=top_p), ZIPF, 0)
    )


def test_as_many_equals_as_top_p_leaves_do_stay_and_one_more_does_not():
    most = theory.most_tokens_of_top_p(0.95)
    taste = Decoding(top_p=0.95)
    assert metrics.support(theory.settled(taste, np.full(most, 1 / most), 0)) == most
    assert metrics.support(theory.settled(taste, np.full(most + 1, 1 / (most + 1)), 0)) <= most
