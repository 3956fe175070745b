"""Many lineages at once: the same law as the generic loop, lineage by lineage, and consistent with itself."""

from __future__ import annotations

from itertools import islice, pairwise

import numpy as np
import pytest
from tolerances import assert_mean, assert_same_law

from collapse_lib import ensembles, metrics
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Mix, Refresh, replace
from collapse_lib.recursion import Dataset, generations

TRUTH = Gaussian(2.0, 3.0)
KEEP = [0, 1, 3, 12]


def gaussian_loop(policy, samples: int, replicates: int, rng, ddof: int = 1) -> tuple[Dataset, Dataset]:
    """Return mean and deviation of the generations KEEP, shape (replicates, len(KEEP)) each, by the generic loop."""
    found = []
    for _ in range(replicates):
        run = generations(Gaussian(ddof=ddof), TRUTH.sample(samples, rng=rng), policy, rng=rng)
        found.append([(g.model.mean, g.model.std) for g in islice(run, max(KEEP) + 1) if g.index in KEEP])
    return tuple(np.moveaxis(np.array(found), 2, 0))


@pytest.mark.parametrize("ddof", [1, 0])
@pytest.mark.parametrize(
    "policy",
    [replace(), Refresh(TRUTH, 0.3), Refresh(Gaussian(), 0.1), Refresh(TRUTH, 1.0), Accumulate()],
    ids=["replace", "refresh 30%", "refresh 10% from elsewhere", "refresh all", "accumulate"],
)
def test_gaussian_lineages_have_the_law_of_the_generic_loop(policy, ddof, rng):
    mean, std = gaussian_loop(policy, 12, 700, rng, ddof)
    run = ensembles.gaussian(policy, samples=12, lineages=5_000, rng=rng, ddof=ddof, truth=TRUTH)
    for place, found in enumerate(run_at for index, run_at in enumerate(islice(run, max(KEEP) + 1)) if index in KEEP):
        assert_same_law(mean[:, place], found[0])
        assert_same_law(std[:, place], found[1])
        # Mean and deviation are not independent of one another after some generations: the pair agrees too.
        assert_same_law(abs(mean[:, place] - 2) / std[:, place], abs(found[0] - 2) / found[1])


@pytest.mark.parametrize(
    "policy",
    [replace(), Refresh(zipf(30), 0.3), Refresh(zipf(30), 1.0), Accumulate()],
    ids=["replace", "refresh 30%", "refresh all", "accumulate"],
)
def test_vocabulary_lineages_have_the_law_of_the_generic_loop(policy, rng):
    truth, samples, replicates = zipf(30), 40, 700
    loop, exact = np.zeros((2, replicates, len(KEEP), 30))
    for replicate in range(replicates):
        run = generations(truth, truth.sample(samples, rng=rng), policy, rng=rng)
        loop[replicate] = [g.model.p for g in islice(run, max(KEEP) + 1) if g.index in KEEP]
        run = ensembles.categorical(truth, policy, samples=samples, rng=rng)
        for place, (ids, counts) in enumerate(found for i, found in enumerate(islice(run, max(KEEP) + 1)) if i in KEEP):
            exact[replicate, place, ids] = counts / counts.sum()
    for place in range(len(KEEP)):
        assert_same_law(metrics.heterozygosity(loop[:, place]), metrics.heterozygosity(exact[:, place]))
        assert_same_law(metrics.support(loop[:, place]), metrics.support(exact[:, place]))
        for token in (0, 5, 29):
            assert_same_law(loop[:, place, token], exact[:, place, token])


# Consistency


def test_moments_of_two_sets_together_are_those_of_all_samples(rng):
    one, other = rng.normal(size=(2, 5)), rng.normal(3.0, 2.0, size=(2, 9))
    merged = moments(one).merge(moments(other))
    everything = moments(np.hstack([one, other]))
    assert merged.size == 14
    np.testing.assert_allclose(merged.mean, everything.mean)
    np.testing.assert_allclose(merged.squares, everything.squares)


@pytest.mark.parametrize("size", [1, 2, 7])
def test_moments_are_drawn_as_if_samples_had_been(size, rng):
    drawn = ensembles._Moments.drawn(size, 2.0, 3.0, lineages=4_000, rng=rng)
    sampled = moments(rng.normal(2.0, 3.0, size=(4_000, size)))
    assert_same_law(drawn.mean, sampled.mean)
    assert_same_law(drawn.squares, sampled.squares)


def moments(data: Dataset) -> ensembles._Moments:
    """Return the moments of the samples on axis 1, a set a row."""
    return ensembles._Moments(data.shape[1], data.mean(axis=1), data.var(axis=1) * data.shape[1])


def test_two_sources_are_weighted_by_their_samples_and_one_without_samples_not_at_all(rng):
    full = ensembles._Moments.drawn(10, 0.0, 1.0, lineages=5, rng=rng)
    none = ensembles._Moments.drawn(0, 99.0, 1.0, lineages=5, rng=rng)
    for merged in (full.merge(none), none.merge(full)):
        np.testing.assert_allclose(merged.mean, full.mean, atol=1e-12)
        np.testing.assert_allclose(merged.squares, full.squares)


def test_what_was_yielded_is_not_written_over(rng):
    for policy in (replace(), Accumulate(), Refresh(TRUTH, 0.5)):
        kept, copies = [], []
        for found in islice(ensembles.gaussian(policy, samples=9, lineages=4, rng=rng), 3):
            kept.append(found)
            copies.append(np.copy(found))
        np.testing.assert_array_equal(kept, copies)


def test_a_truth_of_any_place_and_width_only_shifts_and_scales():
    def run(truth: Gaussian) -> Dataset:
        rng = np.random.default_rng(1)
        return np.array(
            next(islice(ensembles.gaussian(replace(), samples=9, lineages=6, rng=rng, truth=truth), 5, None))
        )

    (mean, std), standard = run(TRUTH), run(Gaussian())
    np.testing.assert_allclose(mean, 2.0 + 3.0 * standard[0])
    np.testing.assert_allclose(std, 3.0 * standard[1])


@pytest.mark.parametrize(("policy", "sizes"), [(replace(), [60, 60, 60]), (Accumulate(), [60, 120, 180])], ids=repr)
def test_counts_add_up_and_only_tokens_that_are_left_are_listed(policy, sizes, rng):
    found = list(islice(ensembles.categorical(zipf(50), policy, samples=60, rng=rng), 3))
    assert [int(counts.sum()) for _, counts in found] == sizes
    for ids, counts in found:
        assert np.all(counts > 0)
        assert np.all(np.diff(ids) > 0)


def test_under_replace_what_is_lost_stays_lost_and_fresh_data_bring_it_back(rng):
    lost = [ids for ids, _ in islice(ensembles.categorical(zipf(50), replace(), samples=60, rng=rng), 30)]
    assert all(set(after) <= set(before) for before, after in pairwise(lost))
    fresh = [ids for ids, _ in islice(ensembles.categorical(zipf(50), Refresh(zipf(50), 0.5), samples=60, rng=rng), 30)]
    assert set(fresh[-1]) - set(fresh[0])


def test_fresh_tokens_come_with_the_shares_of_their_truth(rng):
    policy = Refresh(Categorical([0.5, 0.2, 0.3, 0.0]), 1.0)
    counts = np.zeros((2_000, 4))
    run = ensembles.categorical(Categorical([0.0, 0.0, 0.5, 0.5]), policy, samples=10, rng=rng)
    for row, (ids, found) in zip(counts, islice(run, 1, None), strict=False):
        row[ids] = found
        assert found.dtype == ids.dtype == np.int64  # counts count
    assert_mean(counts / 10, policy.truth.p)


def test_the_same_policy_by_another_name_will_do(rng):
    next(ensembles.gaussian(Mix(1.0, 0.0, 0.0), samples=9, lineages=4, rng=rng))
    next(ensembles.categorical(zipf(5), Mix(1.0), samples=9, rng=rng))
