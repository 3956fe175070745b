"""The telephone game obeys the laws of the library: compared with theory, and with `telephone`."""

from __future__ import annotations

import numpy as np
import pytest
from javascript import needs_node, node
from tolerances import assert_mean, assert_same_law

from collapse_lib import explorables, policies, theory
from collapse_lib.experiments import telephone

# A large bag of words that stand once, and the law of `theory`
ONCE = 2_000
TELEPHONE = {
    "replace": (policies.replace(), theory.copy_survival),
    "kept": (policies.keep_real(0.1), lambda copies: theory.copy_survival(copies, kept=0.1)),
    "accumulate": (policies.Accumulate(), theory.accumulate_copy_survival),
}


def telephone_left(policy: str, original: list[int], runs: int, seed: int) -> np.ndarray:
    """Return the share of the words that stood once that is in the original and in each copy, shape (runs, 11)."""
    code = """
    const next = random.generator(seed);
    return Array.from({length: runs}, () => game.play(original, policy, game.COPIES, next)
      .map((bag) => telephone.left(original, bag)[0]));"""
    counts = node(code, policy=policy, original=original, runs=runs, seed=seed)
    return np.array(counts) / original.count(1)


@needs_node
@pytest.mark.parametrize("policy", TELEPHONE)
def test_of_the_words_that_stood_once_as_many_are_left_as_theory_says(policy):
    left = telephone_left(policy, [1] * ONCE, 60, seed=2)
    law = [TELEPHONE[policy][1](copy) for copy in range(11)]
    assert_mean(left, law, slack=1 / ONCE)


@needs_node
@pytest.mark.parametrize("policy", TELEPHONE)
def test_the_telephone_game_has_the_law_of_the_library(policy):
    original = telephone.bag(300, rng=np.random.default_rng(2))
    counts = np.unique(original, return_counts=True)[1]
    left = telephone_left(policy, counts.tolist(), 400, seed=3)
    rule = {policy: TELEPHONE[policy][0]}
    alone = [
        telephone.share_left(original, rule, 5, runs=1, seed=seed)["left"].iloc[5] for seed in np.arange(400) + 1_000
    ]
    assert_same_law(left[:, 5], alone)


@needs_node
def test_a_bag_keeps_its_size_and_a_word_that_is_gone_stays_gone_if_all_is_replaced():
    code = "return game.play(original, 'replace', 10, random.generator(4));"
    bags = np.array(node(code, original=[5, 1, 1, 1, 2]))
    assert (bags.sum(axis=1) == 10).all()
    assert (np.diff((bags > 0).astype(int), axis=0) <= 0).all()


def test_the_telephone_game_is_handed_its_bags_by_size_and_word():
    state = explorables.telephone_game({3: {"the": 2, "bittern": 1}, 1: {"a": 1}}).state
    assert state == {"words": ["a", "bittern", "the"], "bags": {"1": [1, 0, 0], "3": [0, 1, 2]}}


@pytest.mark.parametrize(
    ("bags", "message"),
    [
        ({}, "bags must hold at least one entry, got none"),
        ({3: {"the": 2}}, "a bag of 3 must hold 3 words, got 2"),
        ({1: {"the": 1, "a": 0}}, "how often 'a' stands in a bag of 1 must be at least 1, got 0"),
    ],
)
def test_a_bag_that_is_none_is_refused(bags, message):
    with pytest.raises(ValueError, match=message):
        explorables.telephone_game(bags)
