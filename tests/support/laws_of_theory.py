"""What holds of each law of `theory` all over its domain: bounds, limits, and how one law follows from another."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import metrics, theory
from collapse_lib.theory import chi

REACH = 2**53 - 1


def is_share(found):
    return np.isfinite(found) and 0 <= found <= 1 and not np.signbit(found)


def missed(found, share, samples):
    assert is_share(found)
    assert found == (
        1 if samples == 0 or share == 0 else pytest.approx((1 - share) ** samples, rel=1e-6, abs=samples * 1e-15)
    )
    assert theory.missed(share, min(samples + 1, REACH)) <= found


def expected_support(found, p, samples):
    assert 0 <= found <= metrics.support(p) * (1 + 1e-12) and not np.signbit(found)
    assert found == pytest.approx(sum(1 - theory.missed(p, samples)))
    assert samples == 0 or found >= 1 - 1e-12


def expected_heterozygosity(found, refits, samples, start):
    assert is_share(found) and found <= start
    assert refits > 0 or found == start
    assert found == pytest.approx(start * theory.missed(1 / samples, refits), rel=1e-3, abs=1e-300)


def mean_time_to_loss(found, share, samples):
    assert 0 <= found <= 2 * samples * (1 + 1e-12) and not np.signbit(found)
    assert theory.mean_time_to_loss(share / 2, samples) <= found
    assert (found == 0) == (share == 0) or share < 1e-300


def copy_survival(found, copies, count, kept, since):
    assert is_share(found)
    assert theory.copy_survival(copies + 1, count=count, kept=kept, since=since + 1) <= found * (1 + 1e-12)
    assert theory.copy_survival(copies, count=count, kept=kept) >= found * (1 - 1e-12)
    assert theory.copy_survival(copies, count=min(count + 1, REACH), kept=kept, since=since) >= found
    one = theory.copy_survival(copies, kept=kept, since=since)
    assert found == pytest.approx(-np.expm1(count * np.log1p(-one)) if one < 1 else 1.0, rel=1e-6)
    if (kept == 0 or since > copies) and count == 1:
        assert theory.copy_survival(copies + 1) == pytest.approx(1 - np.exp(-found))


def accumulate_copy_survival(found, copies, count):
    assert is_share(found) and found >= theory.copy_survival(copies, count=count) - 1e-12
    assert theory.accumulate_copy_survival(copies + 1, count=count) <= found * (1 + 1e-12)


def chance_lost(found, share, samples, refits):
    assert found.shape == (refits,) and all(map(is_share, found))
    assert np.all(np.diff(found) >= -1e-12)
    assert np.all(found <= 1 - share + 1e-9)
    assert refits == 0 or found[0] == pytest.approx(theory.missed(share, samples), abs=1e-12)


def chance_missing(found, share, samples, refits, kept):
    assert found.shape == (refits,) and all(map(is_share, found))
    assert refits == 0 or found[0] == pytest.approx(theory.missed(share, samples), abs=1e-12)
    assert np.all(found <= theory.chance_lost(share, samples, refits) + 1e-9)
    if round(kept * samples) == samples:
        assert found == pytest.approx(np.repeat(theory.missed(share, samples), refits), abs=1e-12)


def log_mean(found, nu):
    """Neighbouring means of a chi variable multiply to nu."""
    assert -0.3 < found < 0
    assert found + chi.log_mean(min(nu + 1, REACH)) == pytest.approx(-np.log1p(1 / nu) / 2, rel=1e-9, abs=1e-16)


def mean_log_square(found, nu):
    """The digamma function grows by 1 / x from x to x + 1."""
    assert found <= -1 / nu
    assert chi.mean_log_square(nu + 2) - found == pytest.approx(2 / nu - np.log1p(2 / nu), rel=1e-6, abs=1e-15)
