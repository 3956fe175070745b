"""A share that would get no sample is refused: a tenth of five samples would be none, and nobody would see it."""

from __future__ import annotations

import re

import numpy as np
import pytest

from collapse_lib import ensembles, theory
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Mix, Refresh, keep_real

TENTHS = [(a, b, 10 - a - b) for a in range(11) for b in range(11 - a)]
WAYS = {
    "kept": lambda share: keep_real(share).parts,
    "of the corpus": lambda share: Mix(1 - share, share).parts,
    "of the corpus and real": lambda share: Mix(0.0, share, 1 - share).parts,
    "fresh": lambda share: Refresh(Gaussian(), share).fresh,
}


def enough(parts, size: int) -> int | None:
    """Return the size that the error asks for; None if there is no error."""
    try:
        parts(size)
    except ValueError as error:
        found = re.search(r"must be 0 or get a sample, got [\d.]+ of \d+: take at least ([\d,]+)$", str(error))
        return int(found[1].replace(",", ""))
    return None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("share", [0.003, 0.05, 0.1, 0.25, 0.3, 0.45, 0.7, 0.9, 0.95, 0.996])
def test_the_smaller_of_two_shares_is_refused_where_it_is_less_than_half_a_sample(way, share):
    for size in range(1, 400):
        exact, found = min(share, 1 - share) * size, enough(WAYS[way](share), size)
        if exact < 0.4999:
            assert found is not None
        if found is not None:
            assert exact < 0.5001 and (found - 1) * min(share, 1 - share) < 0.5001
            assert enough(WAYS[way](share), found) is None


@pytest.mark.parametrize("size", range(1, 11))
def test_of_three_shares_none_is_lost_in_silence(size):
    for tenths in TENTHS:
        policy, shares = Mix(*np.array(tenths) / 10), np.array(tenths) / 10
        if (asked := enough(policy.parts, size)) is None:
            assert np.all((np.array(policy.parts(size)) == 0) == (shares == 0))
        else:
            assert np.any((shares > 0) & (shares * size <= 1))
            assert size < asked <= 11


@pytest.mark.parametrize(
    ("policy", "name"), [(keep_real(0.1), "gamma"), (Mix(0.9, 0.1), "beta"), (Refresh(Gaussian(), 0.1), "fraction")]
)
def test_a_tenth_of_five_samples_is_refused_and_of_six_it_is_one(policy, name, rng):
    real, synthetic = np.ones(5), np.zeros(5)
    with pytest.raises(ValueError, match=rf"{name} must be 0 or get a sample, got 0.1 of 5: take at least 6"):
        policy(real, real, synthetic, rng=rng)
    assert np.count_nonzero(policy(np.ones(6), np.ones(6), np.zeros(6), rng=rng)) == 1


def test_ensembles_and_laws_refuse_it_as_the_policy_does(rng):
    with pytest.raises(ValueError, match=r"fraction must be 0 or get a sample, got 0.1 of 5: take at least 6"):
        ensembles.gaussian(Refresh(Gaussian(), 0.1), samples=5, lineages=3, rng=rng)
    with pytest.raises(ValueError, match=r"gamma must be 0 or get a sample, got 0.1 of 5: take at least 6"):
        theory.chance_missing(0.2, 5, 3, kept=0.1)


def test_what_rounding_errors_leave_of_a_share_is_no_share():
    assert Mix(alpha=1e-12, gamma=1 - 1e-12).parts(5) == (0, 0, 5)
