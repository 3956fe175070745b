"""What a model writes and what a policy returns is looked at in each turn, and refused by its name."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from collapse_lib.policies import replace
from collapse_lib.recursion import generations

REAL = np.arange(3.0)


class Writer:
    """A model that learns nothing and writes zeros of one shape, whatever it is asked for."""

    def __init__(self, *shape):
        self.shape = shape

    def fit(self, data, *, rng):
        return Writer(*self.shape)

    def sample(self, size, *, rng):
        return np.zeros(self.shape)


def twice(real, corpus, synthetic, *, rng):
    return np.stack([synthetic, synthetic])


@pytest.mark.parametrize(
    ("model", "policy", "message"),
    [
        (
            Writer(3, 2),
            replace(),
            r"^what the model writes must have the shape of the real data, .*got \(3, 2\)$",
        ),
        (Writer(2), replace(), r"^a model must write as many samples as it is asked for, 3, got 2$"),
        (Writer(3), twice, r"^what the policy returns must have the shape of the real data, .*got \(2, 3\)$"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(model, policy, message, rng):
    with pytest.raises(ValueError, match=message):
        next(islice(generations(model, REAL, policy, rng=rng), 1, None))
