"""One harness for every model: `model_cases` lists them."""

from __future__ import annotations

from dataclasses import fields
from itertools import islice
from typing import Any

import numpy as np
import pytest
from model_cases import CASES, Case

from collapse_lib.policies import Accumulate, Mix, Refresh, keep_real, replace
from collapse_lib.recursion import Dataset, generations


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


@pytest.fixture
def data(case: Case, rng: np.random.Generator) -> Dataset:
    return case.truth.sample(60, rng=rng)


def state(model: Any) -> list[Any]:
    return [np.copy(getattr(model, field.name)) for field in fields(model)]


def test_fit_returns_a_new_model_of_its_kind_and_leaves_the_old_one_as_it_was(case, data, rng):
    before = state(case.model)
    fitted = case.model.fit(data, rng=rng)
    assert type(fitted) is type(case.model)
    assert fitted is not case.model
    for was, now in zip(before, state(case.model), strict=True):
        np.testing.assert_array_equal(was, now)


def test_fit_keeps_no_hold_of_the_data(case, data, rng):
    fitted = case.model.fit(data, rng=rng)
    before = state(fitted)
    data[:] = data[0]
    for was, now in zip(before, state(fitted), strict=True):
        np.testing.assert_array_equal(was, now)


def test_fit_and_sample_do_not_write_to_the_data(case, data, rng):
    data.setflags(write=False)
    case.model.fit(data, rng=rng).sample(10, rng=rng)


def test_samples_lie_on_axis_0_and_look_like_the_data(case, data, rng):
    fitted = case.model.fit(data, rng=rng)
    for size in (0, 1, 17):
        drawn = fitted.sample(size, rng=rng)
        assert isinstance(drawn, np.ndarray)
        assert drawn.shape == (size, *data.shape[1:])
        assert drawn.dtype.kind == data.dtype.kind


def test_a_negative_size_is_refused(case, data, rng):
    with pytest.raises(ValueError, match="size must not be negative, got -1"):
        case.model.fit(data, rng=rng).sample(-1, rng=rng)


def test_no_data_are_refused(case, data, rng):
    with pytest.raises(ValueError, match=r"got 0|got none|got shape"):
        case.model.fit(data[:0], rng=rng)


def test_data_of_another_shape_are_refused(case, data, rng):
    with pytest.raises(ValueError, match=r"the number of axes of data must be \d"):
        case.model.fit(data[..., None], rng=rng)


def test_a_list_is_fitted_as_the_array_that_it_spells(case, data):
    listed, fitted = (case.model.fit(d, rng=np.random.default_rng(1)) for d in (data.tolist(), data))
    drawn = [model.sample(9, rng=np.random.default_rng(2)) for model in (listed, fitted)]
    np.testing.assert_allclose(*drawn)


def test_texts_are_refused(case, data, rng):
    with pytest.raises(TypeError, match="data must be numbers, got texts"):
        case.model.fit(data.astype(str), rng=rng)


def test_all_randomness_comes_from_the_generator(case, data):
    def draw(seed: int) -> Dataset:
        rng = np.random.default_rng(seed)
        return case.model.fit(data, rng=rng).sample(40, rng=rng)

    np.testing.assert_array_equal(draw(1), draw(1))
    assert not np.array_equal(draw(1), draw(2))


def test_a_large_sample_teaches_the_model_the_truth(case, rng):
    size = case.enough
    taught = case.features(case.model.fit(case.truth.sample(size, rng=rng), rng=rng).sample(size, rng=rng))
    real = case.features(case.truth.sample(size, rng=rng))
    # Three samples of one law: the one that was read, the one that was written, and the one to compare with.
    error = real.std(axis=0) * np.sqrt(3 / size)
    assert np.all(np.abs(taught.mean(axis=0) - real.mean(axis=0)) <= 4 * error)


@pytest.mark.parametrize("policy", [replace(), keep_real(0.2), Mix(0.4, 0.4, 0.2), Accumulate()], ids=repr)
def test_the_loop_takes_it_with_every_policy(case, data, policy, rng):
    found = list(islice(generations(case.model, data, policy, rng=rng), 4))
    assert [generation.index for generation in found] == [0, 1, 2, 3]
    assert all(generation.data.shape[1:] == data.shape[1:] for generation in found)


def test_the_loop_takes_it_with_fresh_data_and_a_budget(case, data, rng):
    policy = Refresh(case.truth, 0.3)
    found = list(islice(generations(case.model, data, policy, rng=rng, budget=20), 4))
    assert all(len(generation.data) == 20 for generation in found)
