"""The domains of `models.decoding`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, nothing
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import distributions
from values import MANY, NOT_SHARES, not_between, not_whole

from collapse_lib.models import decoding
from collapse_lib.models.decoding import SCALE, Decoding

SCALES = st.floats(1 / SCALE, SCALE)
TOP_P = st.floats(1e-9, 1)
TASTES = st.builds(Decoding, SCALES, st.none() | st.integers(1, 9), TOP_P) | st.builds(
    Decoding, beams=st.integers(2, 9)
)


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


ROOM = decoding
TABLE = {
    "Decoding": Border(
        Decoding,
        arguments(
            temperature=SCALES,
            top_k=st.none() | st.integers(1, 2**53),
            top_p=TOP_P,
            beams=st.just(1),
            repetition_penalty=SCALES,
        ),
        nothing,
        {
            "temperature": not_between(1 / SCALE, SCALE) | MANY,
            "top_k": (not_whole(1) | MANY).filter(lambda value: value is not None),
            "top_p": NOT_SHARES | MANY | st.just(0),
            "beams": not_whole(1) | MANY,
            "repetition_penalty": not_between(1 / SCALE, SCALE) | MANY,
        },
    ),
    "Decoding.__call__": Border(
        lambda self, shares: self(shares),
        arguments(self=TASTES, shares=distributions(6)),
        the_likely_gain,
        {"shares": NO_SHARES},
        apart=st.just({"self": Decoding(repetition_penalty=1.2)}),
    ),
}
