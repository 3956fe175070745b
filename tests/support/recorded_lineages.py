"""The recorded lineages on real text as arrays."""

from __future__ import annotations

import numpy as np
import pandas as pd

NOTHING, TENTH, EVERYTHING = "replace", "10% kept", "accumulate"


def lineage(table: pd.DataFrame, column: str, policy: str, decoding: str = "T = 0.9", epochs: int = 5) -> np.ndarray:
    """A number of each run and generation, shape (seeds, generations)."""
    rows = table[(table.policy == policy) & (table.decoding == decoding) & (table.epochs == epochs)]
    return rows.pivot(index="replicate", columns="generation", values=column).to_numpy()
