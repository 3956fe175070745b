"""A hundred lineages obey the laws of the library: compared with theory, and with `ensembles`. Skipped without node."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from javascript import needs_node, node
from simulations import simulated
from tolerances import assert_mean, assert_median, assert_same_law

from collapse_lib import policies, theory
from collapse_lib.models.gaussian import Gaussian

pytestmark = needs_node
RUNS = 4_000
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
