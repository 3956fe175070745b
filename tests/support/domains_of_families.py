"""The domains of `models.families`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from things import NO_DISTRIBUTIONS as NO_SHARES
from things import distributions

from collapse_lib.models import families

ANY = distributions(6)


def shares_of_1(found, *_, **__):
    found = found if isinstance(found, np.ndarray) else found.p
    assert (found >= 0).all() and found.sum() == pytest.approx(1)


SHARED = arguments(shares=ANY)
ROOM = families
TABLE = {
    name: Border(getattr(families, name), SHARED, shares_of_1, {"shares": NO_SHARES}) for name in ("any_shape", "bell")
}
