"""The chi variable's two logarithms, beside the same with forty digits: the series for many keep every digit."""

from __future__ import annotations

import mpmath
import pytest

from collapse_lib.theory import chi

LAST_DIGITS = 1e-15  # four or five units in the last place


@pytest.mark.parametrize("nu", [100, 101, 120, 200, 1_000, 1_000_000])
def test_with_many_degrees_of_freedom_the_logarithms_are_exact_to_the_last_digits(nu):
    with mpmath.workdps(40):
        half = mpmath.mpf(nu) / 2
        log_mean = mpmath.loggamma(half + 0.5) - mpmath.loggamma(half) - mpmath.log(half) / 2
        mean_log_square = mpmath.digamma(half) - mpmath.log(half)
    assert chi.log_mean(nu) == pytest.approx(float(log_mean), rel=LAST_DIGITS, abs=0)
    assert chi.mean_log_square(nu) == pytest.approx(float(mean_log_square), rel=LAST_DIGITS, abs=0)
