"""A counted vocabulary, drawn again and again: Wright-Fisher drift. Zipf's law, and what one resampling takes of it."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean, assert_share

from collapse_lib import ensembles, metrics, theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.policies import replace
from collapse_lib.recursion import Dataset, generations


def counted(truth: Categorical, samples: int, keep: list[int], rng: np.random.Generator) -> Dataset:
    """Return the counts of every token in the generations `keep` of one lineage, shape (len(keep), V)."""
    run = ensembles.categorical(truth, replace(), samples=samples, rng=rng)
    table = np.zeros((max(keep) + 1, len(truth.p)), dtype=int)
    for row, (ids, counts) in zip(table, run, strict=False):
        row[ids] = counts
    return table[keep]


# One fit


def test_a_fit_counts(rng):
    fitted = Categorical(np.full(4, 0.25)).fit(np.array([3, 0, 3, 1]), rng=rng)
    assert fitted.p.tolist() == [0.25, 0.25, 0.0, 0.5]


def test_tokens_are_drawn_with_their_shares_and_never_at_share_0(rng):
    drawn = Categorical([0.5, 0.0, 0.3, 0.2]).sample(20_000, rng=rng)
    assert_share(drawn[:, None] == np.arange(4), [0.5, 0.0, 0.3, 0.2])


def test_shares_in_single_precision_will_do(rng):
    shares = (np.arange(1, 8, dtype=np.float32) / 28 * np.float32(1 + 1e-6)).astype(np.float32)
    truth = Categorical(shares)
    assert truth.p.sum() == pytest.approx(1.0, abs=1e-15)
    truth.sample(3, rng=rng)
    next(ensembles.categorical(truth, replace(), samples=3, rng=rng))


def test_a_vocabulary_keeps_no_hold_of_what_it_was_made_of():
    shares = np.array([0.5, 0.5])
    truth = Categorical(shares)
    shares[:] = 0
    assert truth.p.tolist() == [0.5, 0.5]


@pytest.mark.parametrize("exponent", [1.0, 1.2, 0.0])
def test_zipfs_shares_fall_with_a_power_of_the_rank(exponent):
    p = zipf(1_000, exponent).p
    assert p.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(p[0] / p[[1, 9, 999]], np.array([2.0, 10.0, 1_000.0]) ** exponent)


# One generation


def test_one_generation_misses_a_token_with_the_probability_of_never_drawing_it(rng):
    truth, samples = zipf(200), 100
    missed = [counted(truth, samples, [0], rng)[0] == 0 for _ in range(4_000)]
    assert_share(missed, theory.missed(truth.p, samples), sigmas=4.5)  # 200 comparisons at once
    assert theory.missed(1 / 1_000, 1_000) == pytest.approx(0.368, abs=0.0005)


@pytest.mark.parametrize(
    ("samples", "types", "mass"), [(2_000_000, (287, 0.5), (0.0006, 0.00005)), (200_000, (21_500, 250), (0.07, 0.005))]
)
def test_one_resampling_of_a_large_vocabulary(samples, types, mass, rng):
    # (what is printed, half a unit of it): 287 types and 0.06% of the mass; 43% of the types and 7% of the mass.
    truth = zipf(50_000)
    missed = theory.missed(truth.p, samples)
    assert 50_000 - theory.expected_support(truth.p, samples) == pytest.approx(types[0], abs=types[1])
    assert missed @ truth.p == pytest.approx(mass[0], abs=mass[1])
    gone = counted(truth, samples, [0], rng)[0] == 0
    # Whether one type is lost hardly depends on another: the variance is at most that of independent events.
    error = np.sqrt(missed * (1 - missed))
    assert abs(gone.sum() - missed.sum()) <= 4 * np.linalg.norm(error)
    assert abs(gone @ truth.p - missed @ truth.p) <= 4 * np.linalg.norm(error * truth.p)


# Many generations


def test_expected_shares_do_not_move_while_the_diversity_falls_at_its_rate(rng):
    truth, samples, keep = zipf(200), 1_000, [0, 9, 49, 99]
    shares = np.array([counted(truth, samples, keep, rng) for _ in range(400)]) / samples
    assert_mean(shares[:, 1:, :5], truth.p[:5])
    law = theory.expected_heterozygosity(np.add(keep, 1), samples, metrics.heterozygosity(truth.p))
    assert_mean(metrics.heterozygosity(shares), law)
    assert law[-1] == pytest.approx(0.862, abs=0.0005)


def test_the_generic_loop_obeys_the_law_of_diversity(rng):
    truth = zipf(20)
    left = []
    for _ in range(1_000):
        last = next(islice(generations(truth, truth.sample(30, rng=rng), replace(), rng=rng), 9, None))
        left.append(metrics.heterozygosity(last.model.p))
    assert_mean(left, theory.expected_heterozygosity(10, 30, metrics.heterozygosity(truth.p)))


def test_the_support_of_zipfs_law_falls_as_printed(rng):
    left = [metrics.support(counted(zipf(200), 1_000, [0, 9, 49, 99], rng)) for _ in range(400)]
    assert_mean(left, [163, 70, 25, 15], slack=0.5)
    assert_mean(np.array(left)[:, 0], theory.expected_support(zipf(200).p, 1_000))


def test_a_token_is_the_only_one_left_with_the_probability_of_its_share(rng):
    truth = Categorical([0.5, 0.3, 0.15, 0.05])
    survivors = []
    for _ in range(2_000):
        run = ensembles.categorical(truth, replace(), samples=8, rng=rng)
        survivors.append(next(int(ids[0]) for ids, _ in run if len(ids) == 1))
    assert_share(np.array(survivors)[:, None] == np.arange(4), truth.p)


def test_once_a_single_token_is_left_nothing_changes(rng):
    run = ensembles.categorical(Categorical([0.0, 1.0, 0.0]), replace(), samples=8, rng=rng)
    assert [(ids.tolist(), counts.tolist()) for ids, counts in islice(run, 3)] == [([1], [8])] * 3


@pytest.mark.parametrize("count", [1, 3, 10])
def test_the_mean_time_to_loss(count, rng):
    samples = 50
    truth = Categorical([count / samples, 1 - count / samples])
    times = []
    for _ in range(1_500):
        run = ensembles.categorical(truth, replace(), samples=samples, rng=rng)
        refits, survivor = next((n, ids[0]) for n, (ids, _) in enumerate(run, start=1) if len(ids) == 1)
        if survivor == 1:
            times.append(refits)
    law = theory.mean_time_to_loss(count / samples, samples)
    assert_mean(times, law - 1.05, slack=0.45)  # a diffusion runs late, by 0.6 to 1.5 generations for these counts
