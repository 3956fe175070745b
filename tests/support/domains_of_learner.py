"""The domains of `models.learner`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import NO_RNGS, NO_TOKENS, RNGS, SIZES, distributions, tokens
from values import not_whole

from collapse_lib.models import families, learner, procedures
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.models.learner import InfiniteData, Learner

NO_STEPS = st.sampled_from([None, "bell", 0.9, procedures.Tempered, [families.bell], lambda: None])
OTHERS = st.sampled_from([None, [0.5, 0.5], Gaussian(), Categorical, zipf])

ANY = distributions(6)


def on(model, method):
    """Return the method of a model as a function of the model and the rest."""
    return lambda self, **given: getattr(self, method)(**given)


def of_its_tokens(found, self, size, rng):
    assert found.shape == (size,) and (self.p[found] > 0).all()


def shares_of_1(found, *_, **__):
    found = found if isinstance(found, np.ndarray) else found.p
    assert (found >= 0).all() and found.sum() == pytest.approx(1)


def whole_of_it(found, self, size, rng):
    np.testing.assert_array_equal(found, self.p)


STEPS = st.sampled_from([families.any_shape, families.bell, procedures.Tempered(0.9), procedures.Blurred(0.1)])
LEARNERS = st.builds(Learner, ANY.map(Categorical), STEPS, STEPS)

ENDLESS = LEARNERS.map(InfiniteData)
ROOM = learner
TABLE = {
    "Learner": Border(
        Learner,
        arguments(belief=ANY.map(Categorical), family=STEPS, procedure=STEPS),
        shares_of_1,
        {"belief": OTHERS, "family": NO_STEPS, "procedure": NO_STEPS},
    ),
    "Learner.learned": Border(
        on(Learner, "learned"), arguments(self=LEARNERS, shares=ANY), shares_of_1, {"shares": NO_SHARES}
    ),
    "Learner.fit": Border(
        on(Learner, "fit"),
        arguments(self=LEARNERS, data=tokens(6), rng=RNGS),
        shares_of_1,
        {"data": NO_TOKENS, "rng": NO_RNGS},
    ),
    "Learner.sample": Border(
        on(Learner, "sample"),
        arguments(self=LEARNERS, size=SIZES, rng=RNGS),
        of_its_tokens,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "Learner.p": Border(lambda self: self.p, arguments(self=LEARNERS), shares_of_1),
    "InfiniteData.p": Border(lambda self: self.p, arguments(self=ENDLESS), shares_of_1),
    "InfiniteData": Border(InfiniteData, arguments(learner=LEARNERS), shares_of_1, {"learner": OTHERS}),
    "InfiniteData.fit": Border(
        on(InfiniteData, "fit"),
        arguments(self=ENDLESS, data=ANY, rng=RNGS),
        shares_of_1,
        {"data": NO_SHARES | st.just([0.5, 0.5]), "rng": NO_RNGS},
    ),
    "InfiniteData.sample": Border(
        on(InfiniteData, "sample"),
        arguments(self=ENDLESS, size=st.just(6), rng=RNGS),
        whole_of_it,
        {"size": not_whole(0) | st.sampled_from([0, 5, 7]), "rng": NO_RNGS},
    ),
}
