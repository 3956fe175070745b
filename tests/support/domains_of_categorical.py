"""The domains of `models.categorical`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import NO_RNGS, NO_TOKENS, RNGS, SIZES, distributions, tokens
from values import MANY, not_between, not_whole

from collapse_lib.models import categorical
from collapse_lib.models.categorical import Categorical, zipf

ANY = distributions(6)


def on(model, method):
    """Return the method of a model as a function of the model and the rest."""
    return lambda self, **given: getattr(self, method)(**given)


def counted(found, self, data, rng):
    np.testing.assert_allclose(found.p, [np.mean(data == token) for token in range(len(self.p))])


def of_its_tokens(found, self, size, rng):
    assert found.shape == (size,) and (self.p[found] > 0).all()


def shares_of_1(found, *_, **__):
    found = found if isinstance(found, np.ndarray) else found.p
    assert (found >= 0).all() and found.sum() == pytest.approx(1)


def falls(found, vocabulary, exponent):
    shares_of_1(found)
    assert len(found.p) == vocabulary and (np.diff(found.p) <= 0).all()


ROOM = categorical
TABLE = {
    "Categorical": Border(Categorical, arguments(p=ANY), shares_of_1, {"p": NO_SHARES}),
    "Categorical.fit": Border(
        on(Categorical, "fit"),
        arguments(self=st.just(zipf(5)), data=tokens(5), rng=RNGS),
        counted,
        {"data": NO_TOKENS, "rng": NO_RNGS},
    ),
    "Categorical.sample": Border(
        on(Categorical, "sample"),
        arguments(self=ANY.map(Categorical), size=SIZES, rng=RNGS),
        of_its_tokens,
        {"size": not_whole(0), "rng": NO_RNGS},
    ),
    "zipf": Border(
        zipf,
        arguments(vocabulary=st.integers(1, 50), exponent=st.floats(0, 5) | st.sampled_from([0, 1e6])),
        falls,
        {"vocabulary": not_whole(1), "exponent": not_between(0) | MANY},
    ),
}
