"""The domains of `models.decoding`."""

from __future__ import annotations

import math

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import distributions
from values import MANY, NOT_SHARES, SHARES, not_between, not_whole, whole

from collapse_lib.models import decoding
from collapse_lib.models.decoding import PLAIN, SCALE, Decoding

SCALES = st.floats(1 / SCALE, SCALE) | st.sampled_from([1, 1e-6, 1e6, 0.9, 0.9 + 1e-9, 1 + 2**-52])
LIKELY = SHARES.filter(bool)
TASTES = arguments(
    temperature=SCALES, top_k=st.none() | whole(1), top_p=LIKELY, beams=st.just(1), repetition_penalty=SCALES
)
BEAMS = arguments(beams=whole(1), repetition_penalty=SCALES)
NO_TASTES = [{"temperature": 0.9}, {"top_k": 3}, {"top_p": 0.5}]
INSTANCES = st.builds(Decoding, st.floats(1 / SCALE, SCALE), st.none() | st.integers(1, 9), st.floats(1e-9, 1))
INSTANCES |= st.builds(Decoding, beams=st.integers(2, 9))


def cumulated(shares):
    """Return what the 1, 2, ... likeliest hold together."""
    return np.cumsum(np.sort(shares)[::-1])


def the_likely_gain(found, self, shares):
    """A taste for the likely majorises: however many of the likeliest, they hold more. One for the unlikely spreads."""
    assert (found >= 0).all() and found.sum() == pytest.approx(1)
    assert (found[shares == 0] == 0).all()
    assert (np.diff(found[np.argsort(shares, kind="stable")]) >= -1e-12).all()
    gained = cumulated(found) - cumulated(shares)
    if self.temperature <= 1:
        assert (gained >= -1e-9).all()
    elif self.top_k is None and self.top_p == 1:
        assert (gained <= 1e-9).all()


def called_by_all_that_it_is(found, **given):
    assert all(getattr(found, name) == value for name, value in given.items())
    assert (str(found) == "T = 1") == (found == PLAIN)
    nearly = Decoding(repetition_penalty=math.nextafter(found.repetition_penalty, 1e6), beams=found.beams)
    other = Decoding(repetition_penalty=found.repetition_penalty, beams=found.beams)
    assert (str(nearly) == str(other)) == (nearly == other)


ROOM = decoding
TABLE = {
    "Decoding": Border(
        Decoding,
        TASTES | BEAMS,
        called_by_all_that_it_is,
        {
            "temperature": not_between(1e-6, 1e6) | MANY,
            "repetition_penalty": not_between(1e-6, 1e6) | MANY,
            "top_k": not_whole(1).filter(lambda k: k is not None and not (isinstance(k, int) and k > 1)),
            "top_p": NOT_SHARES | MANY | st.just(0),
            "beams": not_whole(1).filter(lambda beams: not (isinstance(beams, int) and beams > 1)),
        },
        apart=st.builds(lambda taste, beams: {**taste, "beams": beams}, st.sampled_from(NO_TASTES), st.integers(2)),
    ),
    "Decoding.__call__": Border(
        lambda self, shares: self(shares),
        arguments(self=INSTANCES, shares=distributions(6)),
        the_likely_gain,
        {"shares": NO_SHARES},
        apart=st.just({"self": Decoding(repetition_penalty=1.2)}),
    ),
}
