"""What is said when: the invariant, then what came. One line an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from blobs import ONE

from collapse_lib import ensembles, experiments, metrics, theory
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Mix, Refresh, keep_real, replace
from collapse_lib.recursion import generations, subset

RNG = np.random.default_rng(0)
NAN, INF = np.nan, np.inf
EMPTY = np.array([])

gaussian = partial(ensembles.gaussian, replace(), samples=9, lineages=4, rng=RNG)
categorical = partial(ensembles.categorical, zipf(4), samples=9, rng=RNG)
loop = partial(generations, Gaussian(), np.zeros(3), replace(), rng=RNG)
run = partial(
    experiments.run, Gaussian(), Gaussian(), replace(), lambda generation: {}, last=1, replicates=1, seed=0, samples=9
)
fit = partial(Gaussian().fit, rng=RNG)
fit_2d = partial(ONE.fit, rng=RNG)
count = partial(zipf(4).fit, rng=RNG)

VALUES: list[tuple[Callable[[], Any], str]] = [
    # policies
    (lambda: Mix(0.5, 0.6, 0.0), "alpha, beta, gamma must be shares of 1, got (0.5, 0.6, 0.0)"),
    (lambda: Mix(1.5, -0.5), "alpha, beta, gamma must be shares of 1, got (1.5, -0.5, 0.0)"),
    (lambda: Mix(NAN, 0.5, 0.5), "alpha, beta, gamma must be shares of 1, got (nan, 0.5, 0.5)"),
    (lambda: Mix(INF), "alpha, beta, gamma must be shares of 1, got (inf, 0.0, 0.0)"),
    (lambda: Mix(0.5, 0.5 + 1e-6), "alpha, beta, gamma must be shares of 1, got (0.5, 0.500001, 0.0)"),
    (lambda: keep_real(1.5), "share must be a share between 0 and 1, got 1.5; 1.5% is 0.015"),
    (lambda: keep_real(10), "share must be a share between 0 and 1, got 10; 10% is 0.1"),
    (lambda: keep_real(-0.1), "share must be a share between 0 and 1, got -0.1"),
    (lambda: keep_real(NAN), "share must be a share between 0 and 1, got nan"),
    (lambda: Refresh(Gaussian(), 1.1), "fraction must be a share between 0 and 1, got 1.1"),
    (lambda: Refresh(Gaussian(), NAN), "fraction must be a share between 0 and 1, got nan"),
    # the loop: told at once, before anything is asked for
    (
        lambda: Refresh(ONE, 0.5)(np.zeros(4), np.zeros(4), np.zeros(4), rng=RNG),
        "fresh data must have the shape of the real data, (M,), got",
    ),
    (lambda: generations(Gaussian(), EMPTY, replace(), rng=RNG), "real data must hold at least one sample, got none"),
    (lambda: loop(budget=0), "budget must be at least 1, got 0"),
    (lambda: subset(np.zeros(3), 4, rng=RNG), "a subset's size must lie between 0 and 3, got 4"),
    (lambda: subset(np.zeros(3), -1, rng=RNG), "a size must not be negative, got -1"),
    # data
    (lambda: fit(np.array([1.0, NAN, INF])), "data must be finite, got 2 NaN or infinite values among 3"),
    (lambda: fit(np.zeros((3, 2))), "the number of axes of data must be 1, samples on axis 0, got shape (3, 2)"),
    (lambda: fit(np.zeros(1)), "a variance with ddof = 1 needs a number of samples above 1, got 1"),
    (lambda: Gaussian(ddof=0).fit(EMPTY, rng=RNG), "a variance with ddof = 0 needs a number of samples above 0, got 0"),
    (lambda: fit_2d(np.array([[1.0, NAN], [0.0, 0.0]])), "data must be finite, got 1 NaN or infinite values among 4"),
    (lambda: fit_2d(np.zeros(3)), "the number of axes of data must be 2, samples on axis 0, got shape (3,)"),
    (lambda: count(np.array([], dtype=int)), "a fit needs at least 1 sample, got 0"),
    (lambda: count(np.array([0, 4])), "token ids must lie between 0 and 3, got 0 to 4"),
    (lambda: count(np.array([-1, 2])), "token ids must lie between 0 and 3, got -1 to 2"),
    (
        lambda: count(np.zeros((2, 2), dtype=int)),
        "the number of axes of data must be 1, samples on axis 0, got shape (2, 2)",
    ),
    # sizes and shares
    (lambda: Gaussian().sample(-3, rng=RNG), "a size must not be negative, got -3"),
    (lambda: zipf(4).sample(-3, rng=RNG), "a size must not be negative, got -3"),
    (lambda: zipf(0), "vocabulary must be at least 1, got 0"),
    (
        lambda: Categorical([0.5, 0.6]),
        "probabilities must be shares of 1 on one axis, got shape (2,), sum 1.1, least 0.5",
    ),
    (lambda: Categorical([1.5, -0.5]), "shares of 1 on one axis, got shape (2,), sum 1.0, least -0.5"),
    (lambda: Categorical([NAN, 1.0]), "shares of 1 on one axis, got shape (2,), sum nan, least nan"),
    (lambda: Categorical([[0.5, 0.5]]), "shares of 1 on one axis, got shape (1, 2), sum 1.0, least 0.5"),
    (lambda: Categorical([]), "shares of 1 on one axis, got shape (0,), sum 0.0"),
    # ensembles: told at once, too
    (lambda: gaussian(samples=1), "a variance with ddof = 1 needs a number of samples above 1, got 1"),
    (lambda: gaussian(lineages=-1), "lineages must not be negative, got -1"),
    (lambda: categorical(replace(), samples=0), "a fit needs at least 1 sample, got 0"),
    # theory
    (lambda: theory.c4(1), "samples must be a whole number at least 2, got 1"),
    (lambda: theory.expected_w2(3, 1), "samples must be at least 2, got 1"),
    (lambda: theory.half_life(1), "samples must be at least 2, got 1"),
    (lambda: theory.accumulate_moments(3, 1), "samples must be at least 2, got 1"),
    (lambda: theory.refresh_moments(3, 1, 1), "a variance with ddof = 1 needs a number of samples above 1, got 1"),
    (lambda: theory.refresh_moments(3, 9, 10), "fresh samples must lie between 0 and 9, got 10"),
    (lambda: theory.refresh_moments(3, 9, 1, ddof=2), "ddof must lie between 0 and 1, got 2"),
    (lambda: theory.log_variance_drift(9, ddof=2), "ddof must lie between 0 and 1, got 2"),
    (lambda: theory.expected_w2(-1, 9), "refits must be a whole number at least 0, got -1"),
    # measures
    (lambda: metrics.survival([1, 0], [0.5, 0], 2), "group must be a whole number between 0 and 1, got 0.5"),
    (lambda: metrics.perplexity([0.0, -1.0]), "cross_entropy must not be negative, got -1"),
    # experiments
    (lambda: run(last=-1), "last must be at least 0, got -1"),
    (lambda: run(replicates=0), "replicates must be at least 1, got 0"),
    (lambda: run(samples=None), "a truth to sample from needs the number of real samples, got None"),
    (lambda: run(samples=0), "real data must hold at least one sample, got none"),
    (lambda: experiments.lineages(gaussian(), keep=[]), "keep must hold at least one entry, got none"),
]

KINDS: list[tuple[Callable[[], Any], str]] = [
    (lambda: gaussian(truth=3), "truth must be a Gaussian, got int 3"),
    (lambda: fit(["1,5", "2"]), "data must be numbers, got texts, the first 1,5"),
    (lambda: count(np.array([0.0, 1.0])), "token ids must be integers, got float64"),
    (lambda: count(np.array([True, False])), "token ids must be integers, got bool"),
    (
        lambda: ensembles.gaussian(keep_real(0.5), samples=9, lineages=4, rng=RNG),
        "for moments a policy must be replace(), Refresh(Gaussian) or Accumulate(), got Mix(alpha=0.5,",
    ),
    (
        lambda: ensembles.gaussian(Refresh(zipf(2), 0.5), samples=9, lineages=4, rng=RNG),
        "for moments a policy must be replace(), Refresh(Gaussian) or Accumulate(), got Refresh(truth=Categorical(",
    ),
    (
        lambda: categorical(keep_real(0.5)),
        "for counts a policy must be replace(), Refresh(Categorical) or Accumulate(), got Mix(alpha=0.5,",
    ),
    (
        lambda: categorical(Refresh(Gaussian(), 0.5)),
        "for counts a policy must be replace(), Refresh(Categorical) or Accumulate(), got Refresh(truth=Gaussian(",
    ),
]


@pytest.mark.parametrize(("call", "message"), VALUES, ids=[message for _, message in VALUES])
def test_a_wrong_value_is_refused_with_what_must_hold_and_what_came(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


@pytest.mark.parametrize(("call", "message"), KINDS, ids=[message for _, message in KINDS])
def test_a_wrong_kind_is_refused_with_what_must_hold_and_what_came(call, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        call()
