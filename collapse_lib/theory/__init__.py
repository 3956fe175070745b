"""Closed forms that the simulations must obey.

Counting: `refits` is the number of times a model was fitted. Generation 0 is the first fit, so generation i has
i + 1 refits. Refits 0 is the truth itself. `samples` is M, the number of samples per fit; nu = M - 1.

Domain: shares lie between 0 and 1, counts are whole and below 2^53, so that a float holds them. What takes a number
or an array reads lists and Series too. Raises ValueError for a value outside, TypeError for what is no such number.
"""

from .categorical import (
    accumulate_copy_survival,
    copy_survival,
    expected_heterozygosity,
    expected_support,
    mean_time_to_loss,
    missed,
)
from .drift import chance_lost, chance_missing
from .gaussian import (
    accumulate_moments,
    accumulate_w2,
    c4,
    expected_squared_error_of_mean,
    expected_std,
    expected_variance,
    expected_w2,
    growing_w2,
    half_life,
    log_variance_drift,
    median_variance,
    refresh_moments,
)
from .outside import most_tokens_of_top_p, outside_share_needed, settled
from .selection import filtered, line_survival

__all__ = [
    "accumulate_copy_survival",
    "accumulate_moments",
    "accumulate_w2",
    "c4",
    "chance_lost",
    "chance_missing",
    "copy_survival",
    "expected_heterozygosity",
    "expected_squared_error_of_mean",
    "expected_std",
    "expected_support",
    "expected_variance",
    "expected_w2",
    "filtered",
    "growing_w2",
    "half_life",
    "line_survival",
    "log_variance_drift",
    "mean_time_to_loss",
    "median_variance",
    "missed",
    "most_tokens_of_top_p",
    "outside_share_needed",
    "refresh_moments",
    "settled",
]
