"""The closed forms of counted vocabularies and copied bags, against enumeration, exact chains and what is printed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy import stats

from collapse_lib import theory


def every_sequence(p: np.ndarray, samples: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the counts of every sequence of `samples` tokens, shape (V ** M, V), and its probability."""
    draws = np.array(list(product(range(len(p)), repeat=samples)))
    return np.stack([(draws == token).sum(axis=1) for token in range(len(p))], axis=1), p[draws].prod(axis=1)


def copying(samples: int, kept: int = 0, count: int = 1) -> np.ndarray:
    """Return the chances that a word's number goes from one value to another when a bag is copied, shape (M+1, M+1).

    `kept` of the samples come from the original, where the word stood `count` times, without repeats.
    """
    numbers = np.arange(samples + 1)
    drawn = stats.binom.pmf(numbers, samples - kept, numbers[:, None] / samples)
    newcomers = stats.hypergeom.pmf(np.arange(count + 1), samples, count, kept)
    return np.stack([np.convolve(row, newcomers)[: samples + 1] for row in drawn])


P = np.array([0.6, 0.3, 0.1])


def test_missed_and_support_are_what_enumeration_says():
    counts, chance = every_sequence(P, 6)
    assert chance.sum() == pytest.approx(1)
    np.testing.assert_allclose(theory.missed(P, 6), chance @ (counts == 0))
    assert theory.expected_support(P, 6) == pytest.approx(chance @ (counts > 0).sum(axis=1))


def test_one_resampling_takes_1_in_m_of_the_diversity_says_enumeration():
    counts, chance = every_sequence(P, 6)
    left = chance @ (1 - ((counts / 6) ** 2).sum(axis=1))
    assert theory.expected_heterozygosity(1, 6, 1 - P @ P) == pytest.approx(left)


def test_many_resamplings_take_the_diversity_at_that_rate_says_the_exact_chain():
    share = np.arange(21) / 20
    left = np.linalg.matrix_power(copying(20), 15) @ (2 * share * (1 - share))
    np.testing.assert_allclose(theory.expected_heterozygosity(15, 20, 2 * share * (1 - share)), left, atol=1e-12)


def exact_times_to_loss(samples: int) -> np.ndarray:
    """Return the mean time to loss, given loss, for a token that stands 1, 2, ... M - 1 times."""
    inner = slice(1, samples)
    lost = 1 - np.arange(samples + 1)[inner] / samples  # the probability of loss: fixation has that of its share
    chain = copying(samples)[inner, inner]
    return np.linalg.solve(np.eye(samples - 1) - chain, lost) / lost


@pytest.mark.parametrize("samples", [50, 200, 1_000])
def test_the_diffusion_is_late_by_06_to_17_generations_up_to_a_count_of_20(samples):
    counts = np.array([1, 2, 5, 10, 20])
    late = theory.mean_time_to_loss(counts / samples, samples) - exact_times_to_loss(samples)[counts - 1]
    assert late[[0, -1]] == pytest.approx([0.65, 1.72], abs=0.01)
    assert np.all(np.diff(late) > 0)


def test_the_time_to_loss_is_roughly_proportional_to_the_count():
    counts = np.array([1, 2, 5, 10, 20])
    times = theory.mean_time_to_loss(counts / 1_000, 1_000)
    assert times.round().tolist() == [14, 25, 53, 93, 160]
    assert np.all(np.diff(times) > 0)
    assert np.ptp(np.log2(times / counts)) < 1  # the time per occurrence stays within a factor of 2


# Bags of words


@pytest.mark.parametrize(
    ("kept", "survival"),
    [
        (0.0, {0: 1.0, 1: 0.63, 2: 0.47, 3: 0.37, 4: 0.31, 5: 0.27, 10: 0.158}),
        (0.1, {0: 1.0, 1: 0.63, 2: 0.50, 10: 0.347, 20: 0.337, 200: 0.336}),
        (1.0, {0: 1.0, 1: 1.0, 10: 1.0}),
    ],
)
def test_a_word_that_stood_once_survives_as_printed(kept, survival):
    found = [theory.copy_survival(copies, kept=kept) for copies in survival]
    assert found == pytest.approx(list(survival.values()), abs=0.005)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("kept", [0, 100])
def test_survival_in_a_bag_of_1000_is_what_the_exact_chain_says(count, kept):
    chain, at = copying(1_000, kept, count), np.eye(1_001)[count]
    for copies in range(1, 13):
        at = at @ chain
        # A bag of M words is not endless: binomial numbers differ from Poisson ones by a share of order 1 / M.
        assert theory.copy_survival(copies, count=count, kept=kept / 1_000) == pytest.approx(1 - at[0], abs=0.001)


@pytest.mark.parametrize("count", [1, 3])
def test_survival_in_the_newest_of_many_bags_is_what_the_exact_chain_says(count):
    most = 400
    at = np.eye(most)[count]
    for copies in range(1, 13):
        rates = np.arange(most) / copies
        assert theory.accumulate_copy_survival(copies, count=count) == pytest.approx(at @ (1 - np.exp(-rates)))
        added = stats.poisson.pmf(np.arange(most)[None, :] - np.arange(most)[:, None], rates[:, None])
        at = at @ added


def test_the_newest_bag_of_a_library_holds_the_word_more_often_than_not():
    assert theory.accumulate_copy_survival(0) == 1.0
    assert theory.accumulate_copy_survival(10) == pytest.approx(0.547, abs=0.0005)
    assert theory.accumulate_copy_survival(100) == pytest.approx(0.535, abs=0.0005)
