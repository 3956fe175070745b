"""Lists, tables, views, other precisions and byte orders: what can be read without guessing gives the same result."""

from __future__ import annotations

from dataclasses import fields
from itertools import islice
from typing import Any

import numpy as np
import pytest
from blobs import ONE
from guises import GUISES

from collapse_lib import experiments
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.em import Mixtures, densities, fitted
from collapse_lib.models.families import bell
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.learner import Learner
from collapse_lib.models.mixture import Mixture, roots
from collapse_lib.models.ngram import Bigram
from collapse_lib.models.procedures import Blurred, Tempered
from collapse_lib.policies import Accumulate, Mix, Refresh, keep_real
from collapse_lib.recursion import generations, subset

NUMBERS = np.arange(12) / 8 * (-1) ** np.arange(12)  # few digits: every precision holds them
POINTS = NUMBERS.reshape(6, 2)
IDS = np.array([0, 3, 1, 1, 0, 2])
BLOCKS = IDS.reshape(3, 2)
SHARES = np.array([0.5, 0.25, 0.25, 0.0])
SQUARE = np.array([[4.0, 1.0], [1.0, 2.0]])


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def loop(real: Any) -> Any:
    return [generation.model for generation in islice(generations(Gaussian(), real, keep_real(0.5), rng=rng()), 3)]


def measured(truth: Any) -> Any:
    def mean(generation: Any) -> dict[str, float]:
        return {"mean": generation.model.mean}

    return experiments.run(Gaussian(), truth, Accumulate(), mean, last=2, replicates=2, seed=1).to_numpy()


BORDERS = {
    "Gaussian.fit": (lambda data: Gaussian().fit(data, rng=rng()), NUMBERS),
    "Mixture.fit": (lambda data: ONE.fit(data, rng=rng()), POINTS),
    "Mixture": (lambda data: Mixture([1.0], [[0.0, 1.0]], [data]), SQUARE),
    "roots": (roots, SQUARE),
    "fitted": (lambda data: fitted(Mixtures.of([ONE]), [data]), POINTS),
    "densities": (lambda data: densities(Mixtures.of([ONE]), data), POINTS),
    "Categorical": (Categorical, SHARES),
    "Categorical.fit": (lambda data: zipf(4).fit(data, rng=rng()), IDS),
    "Learner.fit": (lambda data: Learner(zipf(4)).fit(data, rng=rng()), IDS),
    "bell": (bell, SHARES),
    "Tempered": (Tempered(0.9), SHARES),
    "Blurred": (Blurred(0.1), SHARES),
    "Bigram.fit": (lambda data: Bigram(4).fit(data, rng=rng()), BLOCKS),
    "Bigram.cross_entropy": (lambda data: Bigram(4).fit(BLOCKS, rng=rng()).cross_entropy(data), BLOCKS),
    "generations": (loop, NUMBERS),
    "experiments.run": (measured, NUMBERS),
    "subset": (lambda data: subset(data, 3, rng=rng()), POINTS),
    "Mix": (lambda data: Mix(0.5, 0.25, 0.25)(data, NUMBERS, NUMBERS, rng=rng()), NUMBERS),
    "Accumulate": (lambda data: Accumulate()(NUMBERS, data, NUMBERS, rng=rng()), NUMBERS),
    "Refresh": (lambda data: Refresh(Gaussian(), 0.5)(NUMBERS, NUMBERS, data, rng=rng()), NUMBERS),
}


def parts(found: Any) -> list[Any]:
    """Return what a result is made of: a model's fields, one after the other."""
    if isinstance(found, list):
        return [part for each in found for part in parts(each)]
    if hasattr(found, "__dataclass_fields__"):
        return [part for each in fields(found) for part in parts(getattr(found, each.name))]
    return [] if callable(found) or isinstance(found, tuple) else [found]


@pytest.mark.parametrize("guise", GUISES)
@pytest.mark.parametrize("border", BORDERS)
def test_the_same_data_in_another_guise_give_the_same_result(border, guise):
    call, data = BORDERS[border]
    for found, expected in zip(parts(call(GUISES[guise](data))), parts(call(data)), strict=True):
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("border", BORDERS)
def test_the_data_are_left_as_they_were(border):
    call, data = BORDERS[border]
    before = data.copy()
    call(data)
    np.testing.assert_array_equal(data, before)
