"""A policy or a model of one's own that hands back something else than samples is told so in that turn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pytest

from collapse_lib.models.categorical import Categorical
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Refresh, replace
from collapse_lib.recursion import generations

REAL = np.arange(6.0)


def turns(model, policy, rng) -> None:
    list(islice(generations(model, REAL, policy, rng=rng), 2))


@pytest.mark.parametrize(
    ("returned", "error", "message"),
    [
        (None, TypeError, "what the policy returns must be an array of samples, got None"),
        ("text", TypeError, "what the policy returns must be numbers, got texts, the first text"),
        (np.zeros((6, 2)), ValueError, r"the shape of the real data, \(M,\), got \(6, 2\)"),
        (3.0, ValueError, r"the shape of the real data, \(M,\), got \(\)"),
        ([], ValueError, "needs a number of samples above 1, got 0"),
        ([1.0, None, 2.0], ValueError, "must be finite, got 1 NaN"),
    ],
    ids=repr,
)
def test_what_a_policy_returns_are_samples(returned, error, message, rng):
    def policy(real: Any, corpus: Any, synthetic: Any, *, rng: np.random.Generator) -> Any:
        return returned

    with pytest.raises(error, match=message):
        turns(Gaussian(), policy, rng)


def test_a_policy_may_return_a_list(rng):
    found = list(islice(generations(Gaussian(), REAL, lambda real, corpus, synthetic, rng: [1, 2], rng=rng), 2))
    assert found[1].model.mean == 1.5


@dataclass
class Own:
    """A model of one's own."""

    fitted: Any = "itself"
    written: Any = None

    def fit(self, data: Any, *, rng: np.random.Generator) -> Any:
        return self if self.fitted == "itself" else self.fitted

    def sample(self, size: int, *, rng: np.random.Generator) -> Any:
        return self.written


@pytest.mark.parametrize(
    ("model", "error", "message"),
    [
        (
            Own(fitted=None),
            TypeError,
            r"what fit returns must have fit\(.*\) and sample\(.*\), got None",
        ),
        (Own(fitted=3), TypeError, "what fit returns must have fit"),
        (Own(written=None), TypeError, "what the model writes must be an array of samples, got None"),
        (Own(written=np.zeros((6, 2))), ValueError, r"the shape of the real data, \(M,\), got \(6, 2\)"),
        (Own(written=np.zeros(5)), ValueError, "as many samples as it is asked for, 6, got 5"),
    ],
    ids=repr,
)
def test_what_a_model_hands_back_is_a_model_and_as_many_samples_as_it_was_asked_for(model, error, message, rng):
    with pytest.raises(error, match=message):
        turns(model, replace(), rng)


def test_what_comes_fresh_from_a_truth_has_the_shape_of_what_is_there(rng):
    truth = Own(written=np.zeros((3, 2)))
    with pytest.raises(ValueError, match=r"fresh data must have the shape of the real data, \(M,\), got \(3, 2\)"):
        Refresh(truth, 0.5)(REAL, REAL, REAL, rng=rng)


def test_a_function_that_makes_a_policy_is_told_to_be_called_first(rng):
    with pytest.raises(TypeError, match=r"got the function replace, which must be called first"):
        generations(Gaussian(), REAL, replace, rng=rng)


def test_a_class_in_place_of_a_model_is_told_to_be_called_first(rng):
    with pytest.raises(TypeError, match="a model must be an instance, got the class Categorical, which must be called"):
        generations(Categorical, REAL, replace(), rng=rng)


def test_all_is_asked_before_the_first_generation_is(rng):
    with pytest.raises(TypeError, match=r"rng must be a numpy Generator, .* got int"):
        generations(Gaussian(), REAL, replace(), rng=0)
