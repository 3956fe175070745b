"""Laws of refitted Gaussians: `replaced`, `growing`, `refreshed` and `accumulated` say what a refit sees."""

from .accumulated import accumulate_moments, accumulate_w2
from .growing import growing_w2
from .refreshed import refresh_moments
from .replaced import (
    c4,
    expected_squared_error_of_mean,
    expected_std,
    expected_variance,
    expected_w2,
    half_life,
    log_variance_drift,
    median_variance,
)

__all__ = [
    "accumulate_moments",
    "accumulate_w2",
    "c4",
    "expected_squared_error_of_mean",
    "expected_std",
    "expected_variance",
    "expected_w2",
    "growing_w2",
    "half_life",
    "log_variance_drift",
    "median_variance",
    "refresh_moments",
]
