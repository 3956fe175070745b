"""The old name of `telephone.survivors`, for copies of the homework that students have. To go in version 0.3."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .telephone.survivors import survivors


def roll_call(table: pd.DataFrame) -> Any:
    """Return the chart with the title that it had."""
    return survivors(table, title="The rarest words go first")
