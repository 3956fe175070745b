"""What is given back returns, at the pace of the law; what is not, does not; nothing else of the loss stays."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tolerances import assert_mean

from collapse_lib import theory
from collapse_lib.experiments import recovery, telephone
from collapse_lib.models.categorical import Categorical
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Mix, keep_real, replace
from collapse_lib.recursion import generations

SINCE, LAST = 8, 24


@pytest.fixture(scope="module")
def original():
    return telephone.bag(1_000, rng=np.random.default_rng(2))


def test_up_to_the_day_it_is_a_lineage_that_keeps_nothing(rng):
    real = rng.normal(size=20)
    before = generations(Gaussian(), real, replace(), rng=np.random.default_rng(3))
    lineage = recovery.given_back(Gaussian(), real, keep_real(0.5), since=SINCE, rng=np.random.default_rng(3))
    for without, found in islice(zip(before, lineage, strict=False), SINCE + 1):
        np.testing.assert_array_equal(found.data, without.data)


def test_the_whole_original_undoes_it_at_once(original, rng):
    lineage = recovery.given_back(recovery.BLANK, original, Mix(0, 0, 1.0), since=SINCE, rng=rng)
    lost, restored = islice(lineage, SINCE, SINCE + 2)
    first = recovery.BLANK.fit(original, rng=rng)
    assert np.count_nonzero(lost.model.p) < np.count_nonzero(first.p)
    np.testing.assert_array_equal(restored.model.p, first.p)


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_words_come_back_as_the_law_says(share, original):
    """Averages of 60 bags of 147 words: their standard error is below 0.5 / sqrt(60 * 147)."""
    given = {"since": SINCE, "last": LAST}
    found = recovery.words_left(original, share, **given, replicates=60, seed=4)
    law = recovery.law(share, **given)
    assert np.all(np.abs(found["left"] - law["left"]) < 4 * 0.5 / np.sqrt(60 * 147) + 1 / 1_000)
    assert found["left"][SINCE + 1] > found["left"][SINCE]


def test_soon_the_lineage_is_like_one_that_has_kept_all_along():
    all_along, later = (recovery.law(0.1, since=since, last=80)["left"] for since in (0, 20))
    gap = (all_along - later).abs()
    assert gap[20] > 0.2 and gap[60:].max() < 0.005


def test_a_word_that_the_archive_lacks_does_not_return(rng):
    truth = Categorical(np.full(100, 0.01))
    archive = truth.sample(100, rng=rng)
    lineage = recovery.given_back(truth, archive, keep_real(0.5), since=SINCE, rng=rng)
    for generation in islice(lineage, LAST):
        assert not generation.model.p[np.bincount(archive, minlength=100) == 0].any()


# Pairs of words, as a model has them that counts which follows which


def test_pairs_of_words_come_back_with_the_sentences_that_hold_them():
    given = {"since": SINCE, "last": LAST, "replicates": 4, "seed": 2}
    without, tenth, whole = (recovery.pairs_left(share, **given)["left"] for share in (0.0, 0.1, 1.0))
    assert whole[SINCE + 1] == 1
    assert tenth[SINCE] == without[SINCE] < 0.2 and tenth[SINCE + 1] > without[SINCE + 1] + 0.05
    all_along = recovery.pairs_left(0.1, **{**given, "since": 0})["left"]
    assert tenth[LAST] == pytest.approx(all_along[LAST], abs=0.03)


# The bell


@pytest.mark.parametrize("fresh", [5, 25, 50])
def test_a_bell_gets_its_variance_back_as_the_law_says(fresh, rng):
    """20,000 lineages from one state: a mean that is off by a half, a variance of a tenth."""
    mean, variance = np.full(20_000, 0.5), np.full(20_000, 0.1)
    for refits in range(1, 6):
        old = mean[:, None] + np.sqrt(variance)[:, None] * rng.normal(size=(20_000, 50 - fresh))
        data = np.hstack([old, rng.normal(size=(20_000, fresh))])
        mean, variance = data.mean(axis=1), data.var(axis=1, ddof=1)
        law = theory.refresh_moments(refits, 50, fresh, start=(0.25, 0.1))
        assert_mean(np.column_stack([mean**2, variance]), law)


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_each_time_the_share_that_is_given_comes_back_of_what_is_still_missing(share):
    missing = [
        1 - theory.refresh_moments(refits, 10_000, int(10_000 * share), start=(0, 0.1))[1] for refits in range(9)
    ]
    np.testing.assert_allclose(missing, 0.9 * (1 - share) ** np.arange(9), atol=1e-3)


def test_from_the_truth_it_is_the_law_that_it_was():
    assert theory.refresh_moments(7, 50, 5) == theory.refresh_moments(7, 50, 5, start=(0.0, 1.0))
    halfway = theory.refresh_moments(3, 50, 5, start=theory.refresh_moments(4, 50, 5))
    assert halfway == pytest.approx(theory.refresh_moments(7, 50, 5))
