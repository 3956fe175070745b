"""What the next generation reads: exact shares, no repeats, and from the right source."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from itertools import islice, pairwise

import numpy as np
import pytest
from tolerances import assert_share

from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Mix, Refresh, keep_real, replace, standard_policies
from collapse_lib.recursion import Dataset, generations

SYNTHETIC, CORPUS, REAL, FRESH = range(4)  # every sample below is a serial number and the place it comes from


def origin(source: int, size: int) -> Dataset:
    return 4 * np.arange(size) + source


def sources(data: Dataset) -> list[int]:
    return np.bincount(data % 4, minlength=4).tolist()


def mixed(policy, size: int, rng: np.random.Generator) -> Dataset:
    return policy(origin(REAL, size), origin(CORPUS, size), origin(SYNTHETIC, size), rng=rng)


@dataclass(frozen=True)
class Truth:
    """Real data that nobody has seen: it counts on where the serial numbers of the other sources end."""

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        return origin(FRESH, size)


@pytest.mark.parametrize(
    ("policy", "synthetic", "corpus", "real"),
    [
        (replace(), 100, 0, 0),
        (keep_real(0.1), 90, 0, 10),
        (keep_real(1.0), 0, 0, 100),
        (Mix(alpha=0.5, beta=0.3, gamma=0.2), 50, 30, 20),
        (Mix(alpha=0.0, beta=1.0), 0, 100, 0),
        (Mix(alpha=0.0, beta=0.0, gamma=1.0), 0, 0, 100),
    ],
    ids=repr,
)
def test_a_mix_has_exactly_its_shares(policy, synthetic, corpus, real, rng):
    assert sources(mixed(policy, 100, rng)) == [synthetic, corpus, real, 0]


@pytest.mark.parametrize("policy", [replace(), keep_real(0.3), Mix(0.5, 0.3, 0.2), Mix(0.0, 0.5, 0.5)], ids=repr)
def test_a_mix_repeats_no_sample(policy, rng):
    data = mixed(policy, 50, rng)
    assert len(np.unique(data)) == len(data) == 50


TENTHS = [(a, b, 10 - a - b) for a in range(11) for b in range(11 - a)]


@pytest.mark.parametrize("size", [11, 12, 17, 40])
def test_no_part_of_a_mix_is_more_than_one_sample_off_and_a_share_of_0_gets_none(size, rng):
    for tenths in TENTHS:
        shares = np.array(tenths) / 10
        parts = np.array(sources(mixed(Mix(*shares), size, rng))[:3])
        assert tuple(parts) == Mix(*shares).parts(size)
        assert parts.sum() == size
        assert np.all(np.abs(parts - shares * size) <= 1), (shares, parts)
        assert np.all((parts == 0) == (shares == 0)), (shares, parts)


def test_real_data_are_kept_anew_each_time_and_all_alike(rng):
    policy, real, synthetic = keep_real(0.25), np.arange(20), np.full(20, -1)
    kept = np.array([np.isin(real, policy(real, real, synthetic, rng=rng)) for _ in range(4000)])
    assert np.all(kept.sum(axis=1) == 5)
    assert_share(kept, 0.25)


@pytest.mark.parametrize("policy", [keep_real(0.25), Refresh(Gaussian(-9.0, 0.1), 0.25)], ids=["keep", "refresh"])
def test_what_is_left_out_of_the_synthetic_data_is_chosen_at_random(policy, rng):
    real, synthetic = np.full(20, -1.0), np.arange(20.0)
    assert_share([np.isin(synthetic, policy(real, real, synthetic, rng=rng)) for _ in range(4000)], 0.75)


def test_replace_is_the_synthetic_data_alone(rng):
    np.testing.assert_array_equal(mixed(replace(), 9, rng), origin(SYNTHETIC, 9))
    assert replace() == keep_real(0.0) == Mix(alpha=1.0)


def test_accumulate_appends_and_throws_nothing_away(rng):
    real = rng.normal(size=7)
    found = [generation.data for generation in islice(generations(Gaussian(), real, Accumulate(), rng=rng), 5)]
    assert [len(data) for data in found] == [7, 14, 21, 28, 35]
    for data, larger in pairwise(found):
        np.testing.assert_array_equal(larger[: len(data)], data)


def test_compared_are_nothing_kept_a_tenth_kept_and_everything_kept():
    assert list(standard_policies().items()) == [
        ("replace", Mix(alpha=1.0)),
        ("10% kept", Mix(alpha=0.9, gamma=0.1)),
        ("accumulate", Accumulate()),
    ]


@pytest.mark.parametrize(("fraction", "fresh"), [(0.0, 0), (0.1, 10), (0.29, 29), (0.5, 50), (0.994, 99), (1.0, 100)])
def test_refresh_replaces_a_fraction_by_data_that_come_from_the_truth(fraction, fresh, rng):
    data = mixed(Refresh(Truth(), fraction), 100, rng)
    assert sources(data) == [100 - fresh, 0, 0, fresh]
    assert len(np.unique(data)) == 100


def test_fresh_data_are_not_the_real_data_again(rng):
    real = rng.normal(size=10)
    data = Refresh(Gaussian(), 0.5)(real, real, np.zeros(10), rng=rng)
    assert np.count_nonzero(data == 0) == 5
    assert not np.isin(data, real).any()


@pytest.mark.parametrize("policy", [replace(), keep_real(0.5), Mix(0.5, 0.25, 0.25), Accumulate()], ids=repr)
def test_samples_may_have_any_shape(policy, rng):
    data = policy(np.zeros((4, 3, 2)), np.ones((4, 3, 2)), np.full((4, 3, 2), 2.0), rng=rng)
    assert data.shape[1:] == (3, 2)


def test_a_policy_is_a_value():
    assert repr(keep_real(0.25)) == "Mix(alpha=0.75, beta=0.0, gamma=0.25)"
    assert {Accumulate(), Accumulate(), keep_real(0.5), keep_real(0.5)} == {Accumulate(), keep_real(0.5)}
    with pytest.raises(FrozenInstanceError):
        keep_real(0.5).gamma = 0.9


def test_the_share_of_refresh_is_kept_as_a_python_number():
    assert type(Refresh(Gaussian(), np.float32(0.25)).fraction) is float
