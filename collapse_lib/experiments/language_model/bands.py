"""Words by how often they stand in the real blocks of a lineage."""

from __future__ import annotations

import numpy as np

# The first number of each group, and the group's name.
GROUPS = {1: "1", 2: "2", 3: "3 to 5", 6: "6 to 20", 21: "over 20"}


def band_of(times: int) -> str:
    """Return the name of the group of a word that stands there so often, at least once."""
    return [*GROUPS.values()][int(np.searchsorted(list(GROUPS), times, side="right")) - 1]
