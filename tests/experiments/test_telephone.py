"""The telephone game is the generic recursion, seen word by word."""

import numpy as np
import pytest

from collapse_lib import theory
from collapse_lib.experiments import telephone
from collapse_lib.policies import Accumulate, keep_real, replace

COPIES = 6


@pytest.fixture(scope="module")
def original():
    return telephone.bag(1_000, rng=np.random.default_rng(2))


def test_a_bag_holds_words_and_no_full_stops(original):
    assert original.shape == (1_000,)
    assert "." not in telephone.LANGUAGE.vocabulary.decode(original)


@pytest.mark.parametrize("policy", [replace(), keep_real(0.1), Accumulate()], ids=["replace", "keep", "accumulate"])
def test_the_first_row_is_the_original_and_every_copy_is_as_long(original, policy):
    newest = telephone.copies(original, policy, COPIES, rng=np.random.default_rng(0))
    assert newest.shape == (COPIES + 1, 1_000)
    assert np.array_equal(newest[0], original)


def returns(original, policy):
    """Return whether some word of the original is missing in one copy and there again in a later one."""
    newest = telephone.copies(original, policy, COPIES, rng=np.random.default_rng(0))
    there = np.stack([np.isin(np.unique(original), copy) for copy in newest])  # (copies + 1, words)
    return bool(np.any(there[1:] & ~there[:-1]))


def test_under_replace_a_word_that_is_gone_stays_gone(original):
    assert not returns(original, replace())


def test_with_a_kept_tenth_some_word_comes_back(original):
    assert returns(original, keep_real(0.1))


def test_the_share_left_follows_the_law_of_copies(original):
    """Averages of 40 runs of about 147 words: their standard error is below 0.5 / sqrt(147 * 40) = 0.0065 per copy."""
    policies = {"replace": replace(), "accumulate": Accumulate()}
    left = telephone.share_left(original, policies, COPIES, runs=40, seed=3).set_index(["policy", "copy"])["left"]
    for copy in range(1, COPIES + 1):
        assert left["replace", copy] == pytest.approx(theory.copy_survival(copy), abs=5 * 0.0065)
        assert left["accumulate", copy] == pytest.approx(theory.accumulate_copy_survival(copy), abs=5 * 0.0065)
