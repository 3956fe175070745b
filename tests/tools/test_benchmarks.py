"""The benchmarks compare like with like and say whether a target is met. How fast things are is for `make bench`."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from tolerances import assert_same_law

from benchmarks import autoencoders, comparisons, contenders, large_language
from benchmarks.timing import Comparison, Result
from collapse_lib.experiments.mixtures.runs import two_groups
from collapse_lib.models.categorical import zipf


def test_both_gaussian_contenders_do_the_same_work(rng):
    task = {"samples": 10, "lineages": 3_000, "refits": 5, "rng": rng}
    for one, other in zip(contenders.gaussian(**task), contenders.gaussian_by_samples(**task), strict=True):
        assert_same_law(one, other)


def test_both_vocabulary_contenders_do_the_same_work(rng):
    task = {"truth": zipf(20), "samples": 30, "refits": 5, "rng": rng}
    for token in (0, 5):
        shares = [
            [work(**task)[token] for _ in range(300)]
            for work in (contenders.categorical, contenders.categorical_by_samples)
        ]
        assert_same_law(*shares)


def test_both_mixture_contenders_do_the_same_work(rng):
    task = {"truth": two_groups(), "samples": 40, "lineages": 200, "refits": 3, "rng": rng}
    one, other = (work(**task) for work in (contenders.mixtures, contenders.mixtures_one_by_one))
    assert_same_law(one.weights[:, 1], other.weights[:, 1])


def test_both_autoencoders_have_as_many_weights():
    task = {"images": np.zeros((3, 8, 8)), "epochs": 1, "rng": np.random.default_rng(0)}
    ours, plain = autoencoders.ours(**task), autoencoders.plain(**task)
    assert sum(part.numel() for part in plain.parameters()) == pytest.approx(len(ours.weights), rel=0.02)


def test_both_loops_train_the_same_network():
    model = large_language.model(layers=1)
    task = {"model": model, "rows": np.random.default_rng(1).integers(model.vocabulary, size=(16, 64))}
    ours, plain = (
        work(**task, rng=np.random.default_rng(2)) for work in (large_language.trained, large_language.trained_plainly)
    )
    # A first step of AdamW moves each weight by the rate, whatever its gradient.
    assert np.abs(plain - model.weights).max() == pytest.approx(large_language.RATE, rel=0.1)
    np.testing.assert_allclose(ours, plain, atol=large_language.RATE / 10)


def test_the_random_numbers_alone_are_as_many_as_the_ensemble_draws():
    task = partial(dict, samples=10, lineages=7, refits=5)
    drawn = []
    for work in (contenders.gaussian, contenders.gaussian_numbers):
        rng = np.random.default_rng(3)
        work(**task(rng=rng))
        drawn.append(rng.random())
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    "comparison",
    [
        comparisons.gaussian_against_samples(lineages=10, refits=2),
        comparisons.gaussian_against_numbers(lineages=10, refits=2),
        comparisons.categorical_against_samples(10, refits=2),
        comparisons.writing_against_generate(rows=2, tokens=3),
        comparisons.large_writing_against_generate(rows=2, tokens=3, layers=1),
        comparisons.large_training_against_plain(rows=2, layers=1),
        comparisons.mixtures_against_scikit_learn(lineages=2, refits=2),
        comparisons.autoencoder_against_plain(images=20, epochs=1),
    ],
    ids=lambda comparison: comparison.name,
)
def test_every_comparison_runs_and_prints_a_row(comparison):
    result = comparison.measure(1)
    assert result.ratio > 0
    assert str(result).startswith(comparison.name)


@pytest.mark.parametrize(
    ("limit", "slow", "met"),
    [("at least", 9.0, False), ("at least", 10.0, True), ("at most", 10.0, True), ("at most", 11.0, False)],
)
def test_a_row_says_whether_the_target_is_met(limit, slow, met):
    result = Result(Comparison("name", print, print, limit, target=10), slow, fast=1.0)
    assert result.met is met
    assert str(result).endswith(" met" if met else "NOT MET")


def test_contenders_take_turns_and_warm_up_first():
    turns = []
    Comparison("name", lambda: turns.append("slow"), lambda: turns.append("fast"), "at most", 1).measure(2)
    assert turns == ["slow", "fast"] * 3
