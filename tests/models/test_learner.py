"""A learner counts, finds its shape, then trains; its data may never run out, and then they come whole."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from collapse_lib.experiments.station import TRUTH
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.families import any_shape, bell
from collapse_lib.models.learner import InfiniteData, Learner
from collapse_lib.models.procedures import Tempered, exact
from collapse_lib.policies import Accumulate, keep_real
from collapse_lib.recursion import generations


def test_a_learner_without_errors_counts_as_a_vocabulary_does(rng):
    data = zipf(8).sample(50, rng=rng)
    start = Categorical(np.full(8, 1 / 8))
    np.testing.assert_array_equal(Learner(start).fit(data, rng=rng).p, start.fit(data, rng=rng).p)


def test_a_learner_trains_after_it_has_found_its_shape(rng):
    data = TRUTH.sample(500, rng=rng)
    learned = Learner(TRUTH, bell, Tempered(0.5)).fit(data, rng=rng)
    np.testing.assert_allclose(learned.p, Tempered(0.5)(bell(np.bincount(data, minlength=48) / 500)))


def test_endless_data_are_not_random(rng):
    model = InfiniteData(Learner(TRUTH, any_shape, exact))
    state = rng.bit_generator.state
    fitted = model.fit(model.sample(48, rng=rng), rng=rng)
    assert isinstance(fitted, InfiniteData)
    assert rng.bit_generator.state == state


def test_endless_data_come_whole_or_not_at_all(rng):
    with pytest.raises(ValueError, match="shares of all 48 tokens, got a size of 10"):
        InfiniteData(Learner(TRUTH)).sample(10, rng=rng)


@pytest.mark.parametrize("policy", [keep_real(0.5), Accumulate()], ids=repr)
def test_other_policies_than_replace_are_refused_endless_data(policy, rng):
    run = generations(InfiniteData(Learner(TRUTH, bell)), TRUTH.p, policy, rng=rng)
    with pytest.raises(ValueError, match=r"must be (the )?shares of"):
        list(islice(run, 3))
