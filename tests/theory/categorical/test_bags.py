"""The telephone game with real bags: of the words that stood once, the share that is left is what the theory says."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean

from collapse_lib import theory
from collapse_lib.models.categorical import Categorical
from collapse_lib.policies import Accumulate, keep_real, replace
from collapse_lib.recursion import Dataset, generations

WORDS = 1_000  # that stand once in a bag of as many; a share of 1 / WORDS is what the bag's finiteness can change
COPIES = [1, 2, 3, 5, 10, 15]
BLANK = Categorical(np.full(WORDS, 1 / WORDS))


def left(policy, rng: np.random.Generator, *, bags: int = 60) -> Dataset:
    """Return the share of the words that are in the newest bag of every copy, shape (bags, len(COPIES))."""
    original = np.arange(WORDS)
    games = (islice(generations(BLANK, original, policy, rng=rng), max(COPIES) + 1) for _ in range(bags))
    share = [[len(np.unique(generation.data[-WORDS:])) / WORDS for generation in game] for game in games]
    return np.array(share)[:, COPIES]


def test_copies_of_copies_lose_words_as_the_branching_process_does(rng):
    assert_mean(left(replace(), rng), [theory.copy_survival(copies) for copies in COPIES], slack=1 / WORDS)


def test_a_tenth_of_the_original_mixed_back_holds_a_third_of_the_words(rng):
    found = left(keep_real(0.1), rng)
    assert_mean(found, [theory.copy_survival(copies, kept=0.1) for copies in COPIES], slack=1 / WORDS)
    assert theory.copy_survival(1_000, kept=0.1) == pytest.approx(1 / 3, abs=0.005)


def test_a_library_that_throws_nothing_away_keeps_every_word_and_shows_half_of_them_in_its_newest_bag(rng):
    found = left(Accumulate(), rng)
    assert_mean(found, [theory.accumulate_copy_survival(copies) for copies in COPIES], slack=1 / WORDS)
    last = next(islice(generations(BLANK, np.arange(WORDS), Accumulate(), rng=rng), 10, None))
    assert np.all(last.model.p > 0)


@pytest.mark.parametrize("count", [2, 5])
def test_words_that_stood_more_often_last_longer(count, rng):
    original = np.repeat(np.arange(WORDS // count), count)
    share = []
    for _ in range(60):
        run = generations(BLANK, original, keep_real(0.1), rng=rng)
        share.append([len(np.unique(generation.data)) * count / WORDS for generation in islice(run, 11)])
    law = [theory.copy_survival(copies, count=count, kept=0.1) for copies in range(11)]
    assert_mean(np.array(share)[:, 1:], law[1:], slack=count / WORDS)
