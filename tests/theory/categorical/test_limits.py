"""The laws of counted vocabularies where a naive formula loses its digits, and at the ends of their domains."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import theory


def test_tiny_shares_among_very_many_draws_are_missed_as_poisson_says():
    draws = 10.0 ** np.array([3, 9, 15])
    np.testing.assert_allclose(theory.missed(2 / draws, draws), np.exp(-2), rtol=1e-2)
    assert theory.missed(1e-17, 10**15) == pytest.approx(np.exp(-0.01), rel=1e-15)
    assert theory.missed(2e-15, 10**15) == pytest.approx(np.exp(-2), rel=1e-14)
    assert theory.expected_heterozygosity(10**15, 10**15, 1.0) == pytest.approx(np.exp(-1), rel=1e-14)
    assert theory.expected_support([1 - 1e-17, 1e-17], 10**10) == pytest.approx(1 + 1e-7, rel=1e-15)


def test_a_token_that_never_was_or_was_everything_is_drawn_with_certainty():
    np.testing.assert_array_equal(theory.missed([0, 0, 1, 1], [0, 9, 0, 9]), [1, 1, 1, 0])


def test_a_token_that_is_lost_already_takes_no_time_and_one_that_is_everything_is_never_lost():
    assert theory.mean_time_to_loss(0, 100) == 0
    assert theory.mean_time_to_loss(1 - 1e-9, 100) == pytest.approx(200)
    with pytest.raises(ValueError, match="share must be below 1, for a token that is all there is is never lost"):
        theory.mean_time_to_loss([0.5, 1], 100)


@pytest.mark.parametrize("kept", [0.0, 1e-9, 0.3])
def test_a_million_copies_keep_every_digit(kept):
    line, gone = 1.0, 1.0
    for _ in range(2_000):
        gone *= 1 - kept * line
        line = 1 - np.exp(-(1 - kept) * line)
    assert theory.copy_survival(2_000, kept=kept) == pytest.approx(1 - (1 - line) * gone, rel=1e-9)


def test_without_an_archive_a_word_dies_out_as_2_over_the_copies_and_with_one_it_levels_off():
    assert theory.copy_survival(1_000_000) == pytest.approx(2e-6, rel=1e-4)
    assert theory.copy_survival(1_000_000, kept=0.3) == theory.copy_survival(1_000, kept=0.3)
