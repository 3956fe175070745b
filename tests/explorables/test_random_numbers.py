"""The explorables' random numbers follow their laws, and a seed gives the same ones again. Skipped without node."""

from __future__ import annotations

import numpy as np
import pytest
from javascript import many, needs_node, node
from scipy import stats
from tolerances import assert_mean

pytestmark = needs_node


@pytest.mark.parametrize("seed", [0, 1, 2, 2**31])
def test_uniform_numbers_are_uniform_and_the_next_does_not_depend_on_the_last(seed):
    drawn = many("next()", 20_000, seed)
    assert stats.kstest(drawn, "uniform").pvalue > 1e-4
    assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 4 / np.sqrt(len(drawn))


def test_a_seed_gives_the_same_numbers_again_and_another_seed_others():
    assert (many("next()", 20, 7) == many("next()", 20, 7)).all()
    first = node("return seeds.map((seed) => random.generator(seed)());", seeds=[*range(1, 200)])
    assert len(set(first)) == len(first)
    assert stats.kstest(first, "uniform").pvalue > 1e-4


def test_normal_numbers_are_normal():
    assert stats.kstest(many("random.normal(next)", 20_000), "norm").pvalue > 1e-4


@pytest.mark.parametrize("freedom", [1, 2, 19, 499])
def test_chi_square_numbers_have_their_law(freedom):
    drawn = many("random.chiSquare(next, freedom)", 10_000, freedom=freedom)
    assert stats.kstest(drawn, stats.chi2(freedom).cdf).pvalue > 1e-4


@pytest.mark.parametrize(("tries", "p"), [(10, 0.3), (1_000, 0.001), (1_000, 0.26), (3_000, 0.999), (17, 0.5)])
def test_binomial_numbers_have_their_law(tries, p):
    drawn = many("random.binomial(next, tries, p)", 20_000, tries=tries, p=p)
    law = stats.binom(tries, p)
    cuts = sorted({int(law.ppf(level)) for level in (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)})
    edges = np.array([-1, *cuts, tries])
    expected = np.diff(law.cdf(edges)) * len(drawn)
    found = np.histogram(drawn, edges + 0.5)[0]
    kept = expected > 5
    assert stats.chisquare(found[kept], expected[kept] * found[kept].sum() / expected[kept].sum()).pvalue > 1e-4


@pytest.mark.parametrize("tries", [0, 1, 40])
def test_a_binomial_number_of_a_sure_thing_is_sure(tries):
    assert set(many("random.binomial(next, tries, 1)", 50, tries=tries)) == {tries}
    assert set(many("random.binomial(next, tries, 0)", 50, tries=tries)) == {0}


def test_multinomial_counts_add_up_and_have_the_means_and_variances_of_their_law():
    weights = np.array([1, 0, 5, 94])
    drawn = many("random.multinomial(next, 200, weights)", weights=weights.tolist())
    assert (drawn.sum(axis=1) == 200).all()
    p = weights / weights.sum()
    assert_mean(drawn, 200 * p)
    assert_mean((drawn - 200 * p) ** 2, 200 * p * (1 - p))


def test_a_subset_is_drawn_without_repeats():
    counts = [1, 2, 30, 0]
    drawn = many("random.subset(next, 10, counts)", counts=counts)
    assert (drawn.sum(axis=1) == 10).all()
    assert (drawn <= counts).all()
    assert_mean(drawn, 10 * np.array(counts) / sum(counts))
    assert_mean((drawn[:, 2] - 10 * 30 / 33) ** 2, stats.hypergeom(33, 30, 10).var())
