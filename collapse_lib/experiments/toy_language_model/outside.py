"""Does enough real text hold a taste? The survey's lineages once more, above temperature 1 and with half of it kept.

Marchi et al. 2024 prove that any temperature but 1 ends in a few outputs or in a uniform spread, unless enough outside
data come in. The survey has the other corners: temperatures 0.9 and 1, with nothing and with a tenth kept.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..replicates import Tables, stacked
from .runs import SEED, base, made_with, survey

RECORDS = {"opt-outside": "record"}
CONDITIONS = {0.9: ("50% kept",), 1.1: ("replace", "50% kept")}  # temperature of writing, and what is kept
REPLICATES = 3  # the first ones of the survey: the same real sentences


def record() -> tuple[Tables, dict[str, Any]]:
    """Return the survey's measures of these conditions, which the course ships, and what they were made with."""
    start = base(rng=np.random.default_rng(SEED))
    tables = [
        survey(start, temperatures=[temperature], policies=policies, replicates=REPLICATES, seed=SEED)
        for temperature, policies in CONDITIONS.items()
    ]
    return {"measures": stacked(tables)["measures"]}, made_with(start, replicates=REPLICATES)
