"""A taste in a closed loop: where it ends with nothing kept, how much outside data hold it, and that samples agree."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean

from collapse_lib import metrics, theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.decoding import PLAIN, Decoding
from collapse_lib.models.learner import InfiniteData, Learner
from collapse_lib.models.procedures import Tempered
from collapse_lib.policies import Refresh, replace
from collapse_lib.recursion import generations

ZIPF = zipf(50).p


def repeated(step, shares, times):
    for _ in range(times):
        shares = step(shares)
    return shares


# Nothing kept


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


def test_a_step_that_turns_in_circles_is_said_never_to_come_to_rest():
    with pytest.raises(RuntimeError, match=r"must come to rest within 100,000 generations, got a change that goes on"):
        theory.settled(lambda shares: shares[::-1], [0.4, 0.6], 0)


# Outside data


def test_without_a_taste_nothing_changes_and_with_all_of_it_kept_neither():
    np.testing.assert_allclose(theory.settled(PLAIN, ZIPF, 0), ZIPF)
    np.testing.assert_allclose(theory.settled(Decoding(0.5), ZIPF, 1), ZIPF)


def test_with_top_k_those_that_stay_keep_their_proportions_and_the_others_have_what_comes_from_outside():
    read = theory.settled(Decoding(top_k=7), ZIPF, 0.1)
    np.testing.assert_allclose(read[7:], 0.1 * ZIPF[7:])
    np.testing.assert_allclose(read[:7] / ZIPF[:7], (1 - 0.1 * ZIPF[7:].sum()) / ZIPF[:7].sum())


@pytest.mark.parametrize("tokens", [2, 5, 50])
@pytest.mark.parametrize("temperature", [0.5, 0.7, 0.9])
def test_equals_stay_equal_from_1_minus_t_of_outside_data_on(tokens, temperature):
    needed = theory.outside_share_needed(temperature)
    equal, nearly = np.full(tokens, 1 / tokens), np.full(tokens, 1 / tokens)
    nearly[:2] += np.array([1, -1]) * 1e-6 / tokens
    for kept, stays in [(needed + 0.02, True), (needed - 0.02, False)]:
        end = repeated(lambda p, kept=kept: (1 - kept) * Tempered(temperature)(p) + kept * equal, nearly, 3_000)
        assert (np.abs(end - equal).max() < 1e-9) == stays


@pytest.mark.parametrize("taste", [Decoding(0.9), Decoding(1.1), Decoding(top_p=0.95), Decoding(top_k=9)])
def test_the_more_comes_from_outside_the_closer_the_end_is_to_the_real_shares(taste):
    off = [metrics.total_variation(theory.settled(taste, ZIPF, kept), ZIPF) for kept in (0, 0.1, 0.3, 0.5, 0.9, 1)]
    assert (np.diff(off) < 0).all() and off[-1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("taste", [Decoding(0.9), Decoding(1.1), Decoding(top_p=0.95)])
def test_a_loop_of_samples_settles_where_the_law_says(taste):
    # What chance adds on average is of the order of 1 / M, a hundredth of the standard error.
    truth, samples, kept = Categorical(zipf(6).p), 20_000, 0.5
    ends = []
    for rng in np.random.default_rng(3).spawn(30):
        loop = generations(
            Learner(truth, procedure=taste), truth.sample(samples, rng=rng), Refresh(truth, kept), rng=rng
        )
        ends.append(next(islice(loop, 40, None)).model.p)
    law = taste(theory.settled(taste, truth.p, kept))
    assert_mean(ends, law)
