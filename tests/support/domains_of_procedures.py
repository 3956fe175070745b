"""The domains of `models.procedures`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments, nothing
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import distributions
from values import MANY, NOT_SHARES, SHARES, not_between

from collapse_lib.models import procedures

ANY = distributions(6)


def shares_of_1(found, *_, **__):
    found = found if isinstance(found, np.ndarray) else found.p
    assert (found >= 0).all() and found.sum() == pytest.approx(1)


SHARED = arguments(shares=ANY)
POSITIVE = st.floats(1e-3, 1e3)


def stepped(steps):
    return Border(
        lambda self, shares: self(shares), arguments(self=steps, shares=ANY), shares_of_1, {"shares": NO_SHARES}
    )


ROOM = procedures
TABLE = {
    "exact": Border(procedures.exact, SHARED, shares_of_1, {"shares": NO_SHARES}),
    "Tempered": Border(
        procedures.Tempered,
        arguments(temperature=POSITIVE),
        nothing,
        {"temperature": not_between(0) | MANY | st.just(0)},
    ),
    "Tempered.__call__": stepped(POSITIVE.map(procedures.Tempered)),
    "Blurred": Border(procedures.Blurred, arguments(moved=SHARES), nothing, {"moved": NOT_SHARES | MANY}),
    "Blurred.__call__": stepped(SHARES.map(procedures.Blurred)),
}
