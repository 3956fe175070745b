"""The loop: lazy, in one order, with a budget, and without a trace on what it was given."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from spies import Spy, SpyPolicy

from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, keep_real, replace
from collapse_lib.recursion import Dataset, generations, subset

REAL = np.arange(5)


def test_nothing_happens_before_it_is_asked_for(rng):
    events = []
    loop = generations(Spy(events), REAL, SpyPolicy(events), rng=rng)
    assert events == []
    next(loop)
    assert [name for name, _ in events] == ["fit"]


def test_one_turn_is_fit_then_sample_then_policy(rng):
    events = []
    list(islice(generations(Spy(events), REAL, SpyPolicy(events), rng=rng), 3))
    real = REAL.tolist()
    assert events == [
        ("fit", real),
        ("sample", 5),
        ("policy", (real, real, [100] * 5)),
        ("fit", [100, 101]),
        ("sample", 5),
        ("policy", (real, [100, 101], [200] * 5)),
        ("fit", [300, 301]),
    ]


def test_a_generation_shows_its_index_its_model_and_what_it_read(rng):
    events = []
    found = list(islice(generations(Spy(events), REAL, SpyPolicy(events), rng=rng), 3))
    assert [generation.index for generation in found] == [0, 1, 2]
    assert [generation.model.fits for generation in found] == [1, 2, 3]
    assert [generation.data.tolist() for generation in found] == [REAL.tolist(), [100, 101], [300, 301]]


@pytest.mark.parametrize("policy", [replace(), keep_real(0.3), Accumulate()], ids=repr)
@pytest.mark.parametrize("stop", [0, 3])
def test_a_loop_that_was_stopped_goes_on_as_if_it_never_had(policy, stop, rng):
    real = rng.normal(size=20)
    whole = list(islice(generations(Gaussian(), real, policy, rng=np.random.default_rng(1), budget=15), 6))
    rng = np.random.default_rng(1)
    last = next(islice(generations(Gaussian(), real, policy, rng=rng, budget=15), stop, None))
    rest = list(islice(generations(Gaussian(), real, policy, rng=rng, budget=15, after=last), 5 - stop))
    assert [found.index for found in rest] == list(range(stop + 1, 6))
    for found, expected in zip(rest, whole[stop + 1 :], strict=True):
        assert found.model == expected.model
        np.testing.assert_array_equal(found.corpus, expected.corpus)


def test_the_model_that_starts_is_not_asked_to_write(rng):
    events = []
    next(generations(Spy(events, fits=9), REAL, SpyPolicy(events), rng=rng))
    assert ("sample", 5) not in events


def test_every_generation_has_a_model_of_its_own_and_history_stays(rng):
    start = Gaussian()
    found = list(islice(generations(start, rng.normal(size=20), replace(), rng=rng), 30))
    assert len({id(generation.model) for generation in found}) == 30
    assert start == Gaussian()
    for generation in found:
        assert generation.model == start.fit(generation.data, rng=rng)


@pytest.mark.parametrize("policy", [replace(), keep_real(0.3), Accumulate()], ids=repr)
def test_real_data_are_left_as_they_were(policy, rng):
    real = rng.normal(size=20)
    before = real.copy()
    list(islice(generations(Gaussian(), real, policy, rng=rng, budget=15), 10))
    np.testing.assert_array_equal(real, before)


@pytest.mark.parametrize("policy", [replace(), keep_real(0.3), Accumulate()], ids=repr)
def test_read_only_data_will_do(policy, rng):
    real = rng.normal(size=20)
    real.setflags(write=False)
    list(islice(generations(Gaussian(), real, policy, rng=rng, budget=15), 10))


def test_one_seed_tells_one_story():
    def story(seed: int) -> list[Gaussian]:
        rng = np.random.default_rng(seed)
        return [g.model for g in islice(generations(Gaussian(), REAL / 2, keep_real(0.4), rng=rng, budget=4), 6)]

    assert story(1) == story(1)
    assert story(1) != story(2)


def test_the_loop_leaves_numpys_global_randomness_alone(rng):
    np.random.seed(3)  # noqa: NPY002
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    list(islice(generations(Gaussian(), REAL / 2, keep_real(0.4), rng=rng, budget=4), 6))
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


def test_a_budget_bounds_what_is_read_and_not_what_there_is(rng):
    events, web = [], []

    def policy(real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        web.append(len(corpus))
        return Accumulate()(real, corpus, synthetic, rng=rng)

    found = list(islice(generations(Spy(events), REAL, policy, rng=rng, budget=3), 6))
    assert [len(generation.data) for generation in found] == [3] * 6
    assert web == [5, 10, 15, 20, 25]
    assert events.count(("sample", 5)) == 5  # as much is written as there was real, whatever is read of it


def test_a_budget_reads_every_sample_of_the_corpus_alike_and_none_twice(rng):
    real = np.arange(10)
    read = [next(generations(Spy([]), real, replace(), rng=rng, budget=4)).data for _ in range(4000)]
    assert all(len(np.unique(data)) == 4 for data in read)
    counts = np.bincount(np.concatenate(read), minlength=10)
    np.testing.assert_allclose(counts / 4000, 0.4, atol=4 * np.sqrt(0.4 * 0.6 / 4000))


def test_a_budget_beyond_the_corpus_reads_all_of_it(rng):
    found = next(generations(Spy([]), REAL, replace(), rng=rng, budget=99))
    assert found.data.tolist() == REAL.tolist()


def test_a_subset_takes_whole_samples_along_axis_0(rng):
    data = np.arange(30).reshape(10, 3)
    part = subset(data, 4, rng=rng)
    assert part.shape == (4, 3)
    assert {tuple(row) for row in part} < {tuple(row) for row in data}


def test_a_subset_of_everything_is_everything_in_order(rng):
    np.testing.assert_array_equal(subset(REAL, 5, rng=rng), REAL)
    assert subset(REAL, 0, rng=rng).shape == (0,)


def test_a_subset_of_everything_asks_nothing_of_chance_and_copies_nothing(rng):
    before = rng.bit_generator.state
    assert subset(REAL, 5, rng=rng) is REAL
    assert rng.bit_generator.state == before
