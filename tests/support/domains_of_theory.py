"""The domains of `theory`. What holds all over them is said in `laws_of_theory` and `laws_of_gaussians`."""

from __future__ import annotations

import laws_of_gaussians as gaussians
import laws_of_theory as laws
import numpy as np
from borders_of_outside import BORDERS as OF_OUTSIDE
from borders_of_selection import BORDERS as OF_SELECTION
from borders_of_survival import BORDERS as OF_SURVIVAL
from borders_of_survival import MANY_TIMES
from domains import Border, arguments
from domains_of_metrics import DISTRIBUTIONS
from hypothesis import strategies as st
from values import LARGEST, MANY, NOT_SHARES, SHARES, not_between, not_whole, whole

from collapse_lib import theory as ROOM
from collapse_lib.theory import chi

DRAWS, SOME, AT_LEAST_2 = whole(), whole(1), whole(2)
REFITS, DDOF = whole(), st.sampled_from([0, 1])
NO_REFITS, NO_DDOF = not_whole(0, LARGEST), not_whole(0, 1) | MANY
NO_SAMPLES = {least: not_whole(least, LARGEST) | st.just(10.5) | MANY for least in (0, 1, 2)}
SHAPES = st.sampled_from([([1, 2], [1, 1, 1]), (np.ones((2, 2)), np.ones(3))])
NOT_TWO = st.sampled_from([None, 1.0, [1.0], [1.0] * 3, [-1.0, 1.0], [0.0, np.nan], [np.inf, 1.0], "ab", [[0.0, 1.0]]])
NOT_IN_ONE = st.sampled_from([[0.5, 0.6], [[0.5, 0.5]], [], 0.5, None, ["a"], [np.nan, 1], [1.5, -0.5], [1e308] * 3])


def of_gaussians(call, law):
    """Return the border of what becomes of a Gaussian after some refits of some samples."""
    given = arguments(refits=REFITS, samples=AT_LEAST_2, ddof=DDOF)
    return Border(call, given, law, {"refits": NO_REFITS, "samples": NO_SAMPLES[2], "ddof": NO_DDOF})


def of_one_refit(call, law):
    """Return the border of what one refit of some samples does."""
    return Border(call, arguments(samples=AT_LEAST_2, ddof=DDOF), law, {"samples": NO_SAMPLES[2], "ddof": NO_DDOF})


TABLE = {
    **OF_SURVIVAL,
    **OF_OUTSIDE,
    **OF_SELECTION,
    "missed": Border(
        ROOM.missed,
        arguments(share=SHARES, samples=DRAWS | st.floats(0, LARGEST)),
        laws.missed,
        {"share": NOT_SHARES, "samples": not_between(0)},
        apart=SHAPES.map(lambda both: {"share": both[0] * 0, "samples": both[1]}),
    ),
    "expected_support": Border(
        ROOM.expected_support,
        arguments(p=DISTRIBUTIONS, samples=DRAWS),
        laws.expected_support,
        {"p": NOT_IN_ONE, "samples": NO_SAMPLES[0]},
    ),
    "expected_heterozygosity": Border(
        ROOM.expected_heterozygosity,
        arguments(refits=REFITS, samples=SOME, start=SHARES),
        laws.expected_heterozygosity,
        {"refits": NO_REFITS, "samples": NO_SAMPLES[1], "start": NOT_SHARES},
        apart=SHAPES.map(lambda both: {"refits": both[0], "start": both[1]}),
    ),
    "mean_time_to_loss": Border(
        ROOM.mean_time_to_loss,
        arguments(share=SHARES.filter(lambda share: share < 1), samples=SOME),
        laws.mean_time_to_loss,
        {"share": NOT_SHARES | st.sampled_from([1, [0.5, 1.0]]), "samples": NO_SAMPLES[1]},
    ),
    "c4": Border(ROOM.c4, arguments(samples=AT_LEAST_2), gaussians.c4, {"samples": not_whole(2, LARGEST)}),
    "expected_variance": of_gaussians(ROOM.expected_variance, gaussians.expected_variance),
    "expected_std": of_gaussians(ROOM.expected_std, gaussians.expected_std),
    "expected_squared_error_of_mean": of_gaussians(ROOM.expected_squared_error_of_mean, gaussians.expected_error),
    "expected_w2": of_gaussians(ROOM.expected_w2, gaussians.expected_w2),
    "log_variance_drift": of_one_refit(ROOM.log_variance_drift, gaussians.log_variance_drift),
    "half_life": of_one_refit(ROOM.half_life, gaussians.half_life),
    "median_variance": Border(
        ROOM.median_variance,
        arguments(refits=st.floats(0, LARGEST) | REFITS, samples=AT_LEAST_2, ddof=DDOF),
        gaussians.median_variance,
        {"refits": not_between(0, LARGEST), "samples": NO_SAMPLES[2], "ddof": NO_DDOF},
    ),
    "refresh_moments": Border(
        ROOM.refresh_moments,
        whole(2).flatmap(lambda m: arguments(refits=REFITS, samples=st.just(m), fresh=whole(0, m), ddof=DDOF)),
        gaussians.refresh_moments,
        {
            "refits": NO_REFITS | MANY,
            "samples": NO_SAMPLES[1],
            "fresh": not_whole() | MANY,
            "ddof": NO_DDOF,
            "start": NOT_TWO,
        },
        apart=st.sampled_from([{"samples": 9, "fresh": 10}, {"samples": 1, "fresh": 0, "ddof": 1}]),
    ),
    "accumulate_moments": Border(
        ROOM.accumulate_moments,
        arguments(refits=whole(0, 200), samples=AT_LEAST_2),
        gaussians.accumulate_moments,
        {"refits": not_whole(0, MANY_TIMES) | MANY, "samples": NO_SAMPLES[2]},
    ),
    "accumulate_w2": Border(
        ROOM.accumulate_w2,
        arguments(refits=whole(0, 200), samples=AT_LEAST_2),
        gaussians.accumulate_w2,
        {"refits": not_whole(0, MANY_TIMES) | MANY, "samples": NO_SAMPLES[2]},
    ),
    "growing_w2": Border(
        ROOM.growing_w2,
        arguments(samples=st.lists(AT_LEAST_2, max_size=9)),
        gaussians.growing_w2,
        {"samples": not_whole(2, LARGEST) | st.sampled_from([5, [[5, 5]], [5, 1], [5, 5.5], np.ones((2, 2))])},
    ),
    "log_mean": Border(chi.log_mean, arguments(nu=SOME), laws.log_mean, {"nu": not_whole(1, LARGEST)}),
    "mean_log_square": Border(
        chi.mean_log_square, arguments(nu=whole(1, LARGEST - 2)), laws.mean_log_square, {"nu": not_whole(1, LARGEST)}
    ),
}
