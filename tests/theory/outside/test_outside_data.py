"""How much outside data hold a taste, and that a loop of samples agrees."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean

from collapse_lib import metrics, theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.decoding import PLAIN, Decoding
from collapse_lib.models.learner import Learner
from collapse_lib.models.procedures import Tempered
from collapse_lib.policies import Refresh
from collapse_lib.recursion import generations

ZIPF = zipf(50).p


def repeated(step, shares, times):
    for _ in range(times):
        shares = step(shares)
    return shares


def test_without_a_taste_nothing_changes_and_with_all_of_it_kept_neither():
    np.testing.assert_allclose(theory.settled(PLAIN, ZIPF, 0), ZIPF)
    np.testing.assert_allclose(theory.settled(Decoding(0.5), ZIPF, 1), ZIPF)


def test_with_top_k_those_that_stay_keep_their_proportions_and_the_others_have_what_comes_from_outside():
    read = theory.settled(Decoding(top_k=7), ZIPF, 0.1)
    np.testing.assert_allclose(read[7:], 0.1 * ZIPF[7:])
    np.testing.assert_allclose(read[:7] / ZIPF[:7], (1 - 0.1 * ZIPF[7:].sum()) / ZIPF[:7].sum())


@pytest.mark.parametrize("tokens", [2, 5, 50])
@pytest.mark.parametrize("temperature", [0.5, 0.7, 0.9])
def test_equals_stay_equal_from_1_minus_t_of_outside_data_on(tokens, temperature):
    needed = theory.outside_share_needed(temperature)
    equal, nearly = np.full(tokens, 1 / tokens), np.full(tokens, 1 / tokens)
    nearly[:2] += np.array([1, -1]) * 1e-6 / tokens
    for kept, stays in [(needed + 0.02, True), (needed - 0.02, False)]:
        end = repeated(lambda p, kept=kept: (1 - kept) * Tempered(temperature)(p) + kept * equal, nearly, 3_000)
        assert (np.abs(end - equal).max() < 1e-9) == stays


@pytest.mark.parametrize("taste", [Decoding(0.9), Decoding(1.1), Decoding(top_p=0.95), Decoding(top_k=9)])
def test_the_more_comes_from_outside_the_closer_the_end_is_to_the_real_shares(taste):
    off = [metrics.total_variation(theory.settled(taste, ZIPF, kept), ZIPF) for kept in (0, 0.1, 0.3, 0.5, 0.9, 1)]
    assert (np.diff(off) < 0).all() and off[-1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("taste", [Decoding(0.9), Decoding(1.1), Decoding(top_p=0.95)])
def test_a_loop_of_samples_settles_where_the_law_says(taste):
    # What chance adds on average is of the order of 1 / M, a hundredth of the standard error.
    truth, samples, kept = Categorical(zipf(6).p), 20_000, 0.5
    ends = []
    for rng in np.random.default_rng(3).spawn(30):
        loop = generations(
            Learner(truth, procedure=taste), truth.sample(samples, rng=rng), Refresh(truth, kept), rng=rng
        )
        ends.append(next(islice(loop, 40, None)).model.p)
    law = taste(theory.settled(taste, truth.p, kept))
    assert_mean(ends, law)
