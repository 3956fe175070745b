"""The explorables obey the laws of the library: compared with theory, and with `ensembles`. Skipped without node."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from javascript import needs_node, node
from simulations import simulated
from tolerances import assert_mean, assert_median, assert_same_law

from collapse_lib import policies, theory
from collapse_lib.experiments import telephone
from collapse_lib.models.gaussian import Gaussian

pytestmark = needs_node
RUNS = 4_000

# The telephone game: a large bag of words that stand once, and the law of `theory`

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


@pytest.mark.parametrize("policy", TELEPHONE)
def test_of_the_words_that_stood_once_as_many_are_left_as_theory_says(policy):
    left = telephone_left(policy, [1] * ONCE, 60, seed=2)
    law = [TELEPHONE[policy][1](copy) for copy in range(11)]
    assert_mean(left, law, slack=1 / ONCE)


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


def test_a_bag_keeps_its_size_and_a_word_that_is_gone_stays_gone_if_all_is_replaced():
    code = "return game.play(original, 'replace', 10, random.generator(4));"
    bags = np.array(node(code, original=[5, 1, 1, 1, 2]))
    assert (bags.sum(axis=1) == 10).all()
    assert (np.diff((bags > 0).astype(int), axis=0) <= 0).all()


# A hundred lineages

LINEAGES = {
    "replace": policies.replace(),
    "fresh": policies.Refresh(Gaussian(), 0.1),
    "accumulate": policies.Accumulate(),
}


def lineages(policy: str, generation: int, *, samples: int, ddof: int = 1, runs: int = RUNS) -> tuple[Any, Any]:
    """Return mean and standard deviation of many lineages in one generation."""
    code = """
    const next = random.generator(5);
    return Array.from({length: runs}, () =>
      lineages.lineage({policy, samples, ddof}, {last: generation, stride: generation || 1}, next).at(-1));"""
    found = np.array(node(code, policy=policy, generation=generation, samples=samples, ddof=ddof, runs=runs))
    return found[:, 0], found[:, 1]


def squared_distance(mean: Any, std: Any) -> Any:
    return mean**2 + (std - 1) ** 2


@pytest.mark.parametrize("ddof", [0, 1])
@pytest.mark.parametrize("generation", [0, 20])
def test_under_replace_the_average_distance_is_the_exact_one(ddof, generation):
    found = lineages("replace", generation, samples=100, ddof=ddof, runs=10_000)
    assert_mean(squared_distance(*found), theory.expected_w2(generation + 1, 100, ddof=ddof))


@pytest.mark.parametrize("ddof", [0, 1])
def test_the_typical_variance_falls_as_theory_says_and_its_mean_as_ddof_says(ddof):
    _, std = lineages("replace", 60, samples=100, ddof=ddof, runs=10_000)
    law = theory.median_variance(61, 100, ddof=ddof)
    assert_median(std**2, law, slack=law / 300)
    assert_mean(std**2, theory.expected_variance(61, 100, ddof=ddof))


@pytest.mark.parametrize("ddof", [0, 1])
def test_new_real_data_and_accumulation_have_their_moments(ddof):
    mean, std = lineages("fresh", 30, samples=100, ddof=ddof, runs=10_000)
    error, variance = theory.refresh_moments(31, 100, 10, ddof=ddof)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


def test_accumulation_has_its_moments():
    mean, std = lineages("accumulate", 30, samples=20, runs=10_000)
    error, variance = theory.accumulate_moments(31, 20)
    assert_mean(mean**2, error)
    assert_mean(std**2, variance)


@pytest.mark.parametrize("ddof", [0, 1])
@pytest.mark.parametrize("policy", LINEAGES)
def test_lineages_have_the_law_of_the_ensembles(policy, ddof, rng):
    found = lineages(policy, 15, samples=20, ddof=ddof)
    other = simulated(LINEAGES[policy], 15, rng, samples=20, lineages=RUNS, ddof=ddof)
    for mine, theirs in zip(found, other, strict=True):
        assert_same_law(mine, theirs)
    assert_same_law(squared_distance(*found), squared_distance(*other))


def test_the_median_is_the_middle_one():
    assert node("return [[3, 1, 2], [4, 1, 3, 2], [7]].map(lineages.median);") == [2, 2.5, 7]
