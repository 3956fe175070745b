"""A verifier between the model and its corpus: what it accepts, all of that, and nothing else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from itertools import islice

import numpy as np
import pytest
from tolerances import assert_share

from collapse_lib import theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.policies import Accumulate, Filter, Refresh, keep_real, replace
from collapse_lib.recursion import generations


def all_alike(chance):
    return lambda samples: np.full(len(samples), chance)


def even(samples):
    return samples % 2 == 0


def test_what_it_accepts_is_kept_in_its_order_and_all_else_is_thrown_away(rng):
    synthetic = rng.integers(0, 100, 50)
    kept = Filter(even)(np.arange(50), np.arange(50), synthetic, rng=rng)
    np.testing.assert_array_equal(kept, synthetic[synthetic % 2 == 0])


def test_a_verifier_that_accepts_everything_is_no_verifier(rng):
    real, synthetic = np.arange(9), np.arange(9, 18)
    for policy in (replace(), keep_real(1.0), Accumulate()):
        without = policy(real, real, synthetic, rng=np.random.default_rng(1))
        with_it = Filter(all_alike(1), policy)(real, real, synthetic, rng=np.random.default_rng(1))
        np.testing.assert_array_equal(with_it, without)


def test_a_sample_is_accepted_with_its_own_probability(rng):
    chances, samples = np.array([0.0, 0.1, 0.5, 0.9, 1.0]), np.tile(np.arange(5), 4_000)
    kept = Filter(lambda ids: chances[ids])(samples, samples, samples, rng=rng)
    counts = np.bincount(kept, minlength=5)
    for count, chance in zip(counts, chances, strict=True):
        assert_share(np.repeat([1, 0], [count, 4_000 - count]), chance)


def test_what_comes_from_elsewhere_is_judged_too(rng):
    odd, synthetic = Categorical([0, 1]), np.zeros(100, dtype=int)
    assert len(Filter(even, Refresh(odd, 0.3))(synthetic, synthetic, synthetic, rng=rng)) == 70


@pytest.mark.parametrize("shape", [(8, 3), (8, 2, 2)])
def test_samples_may_have_any_shape(shape, rng):
    samples = rng.normal(size=shape)
    kept = Filter(lambda found: found.reshape(len(found), -1).sum(axis=1) > -99)(samples, samples, samples, rng=rng)
    np.testing.assert_array_equal(kept, samples)


def test_a_verifier_that_accepts_nothing_says_so(rng):
    with pytest.raises(ValueError, match="must accept at least one sample, got 5 and none accepted"):
        Filter(all_alike(0))(np.arange(5), np.arange(5), np.arange(5), rng=rng)


@pytest.mark.parametrize("returned", [0.5, [0.5], np.ones((5, 1)), [2, 0, 0, 0, 0], [np.nan] * 5, [1, 1, 1, 1, -0.1]])
def test_a_verifier_returns_a_probability_for_each_sample(returned, rng):
    with pytest.raises(ValueError, match=r"what a verifier returns|a verifier must return one number a sample"):
        Filter(lambda _: returned)(np.arange(5), np.arange(5), np.arange(5), rng=rng)


def test_a_filter_is_a_value():
    assert Filter(even) == Filter(even, replace()) != Filter(even, Accumulate())
    with pytest.raises(FrozenInstanceError):
        Filter(even).verifier = all_alike(1)


# In the loop


def test_in_the_loop_shares_follow_the_law_of_a_verifier(rng):
    """65,000 samples are accepted each time, at least: it adds 1 / (65,000 p) at most to the relative variance."""
    truth, acceptance = zipf(5), np.array([0.7, 1.0, 0.9, 0.9, 0.3])
    run = generations(truth, truth.sample(100_000, rng=rng), Filter(lambda ids: acceptance[ids]), rng=rng)
    start, variance = next(run).model.p, 0.0
    for generation in islice(run, 4):
        law = theory.filtered(start, acceptance, generation.index)
        assert len(generation.data) > 65_000
        variance += 1 / (65_000 * law)
        assert np.all(np.abs(generation.model.p / law - 1) < 4 * np.sqrt(variance))


def test_a_verifier_brings_no_word_back_but_guesses_do(rng):
    truth = zipf(50)
    real = truth.sample(60, rng=rng)

    def alive(policy):
        run = generations(truth, real, policy, rng=rng)
        return np.stack([generation.model.p > 0 for generation in islice(run, 12)])

    lost = alive(Filter(all_alike(0.9)))
    assert not np.any(lost[1:] & ~lost[:-1])
    guessed = alive(Filter(all_alike(0.9), Refresh(zipf(50, 0.0), 0.2)))
    assert np.any(guessed[1:] & ~guessed[:-1])
    assert np.any(guessed[-1] & ~guessed[0]), "even words that the real data never had"
