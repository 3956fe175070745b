"""When the passengers travel: a day of 48 half-hours, token ids 0 .. 47, with a few late ones."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...models.categorical import Categorical

HALF_HOURS = np.arange(48) / 2  # when each begins
GROUPS = {"morning": (0.49, 8.0, 1.25), "evening": (0.49, 18.0, 1.5), "late": (0.02, 22.5, 0.5)}  # share, hour, spread
CLOSED = HALF_HOURS < 5
MIDDAY = (HALF_HOURS >= 11) & (HALF_HOURS < 15)
LATE = HALF_HOURS >= 21.5


def _day() -> Categorical:
    middle = HALF_HOURS + 0.25
    shares = np.zeros(len(middle))
    for share, hour, spread in GROUPS.values():
        hump = np.exp(-(((middle - hour) / spread) ** 2) / 2)
        shares += share * hump / hump.sum()
    shares[CLOSED] = 0
    return Categorical(shares / shares.sum())


TRUTH = _day()


def real_day() -> pd.DataFrame:
    """Return the truth: a row per half-hour with its beginning (time), share and region (closed, late or none)."""
    region = np.select([CLOSED, LATE], ["closed", "late"], default="")
    return pd.DataFrame({"time": HALF_HOURS, "share": TRUTH.p, "region": region})
