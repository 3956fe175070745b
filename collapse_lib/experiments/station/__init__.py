"""A station, and models that learn when its passengers travel: the example on which three errors can be told apart.

A day has 48 half-hours, token ids 0 .. 47. Most passengers come around 8:00 or around 18:00; two in a hundred go home
from the theatre at about 22:30. The station is closed until 5:00. The rare thing to follow is the late passenger.
"""

from .cures import (
    CURES,
    EXAMPLES,
    FEW,
    ONE_BELL,
    TASTE,
    better_training,
    bigger_model,
    cured,
    more_data,
)
from .passengers import CLOSED, GROUPS, HALF_HOURS, LATE, MIDDAY, TRUTH, real_day
from .settings import Setting, day, mean_total_variation, measures

__all__ = [
    "CLOSED",
    "CURES",
    "EXAMPLES",
    "FEW",
    "GROUPS",
    "HALF_HOURS",
    "LATE",
    "MIDDAY",
    "ONE_BELL",
    "TASTE",
    "TRUTH",
    "Setting",
    "better_training",
    "bigger_model",
    "cured",
    "day",
    "mean_total_variation",
    "measures",
    "more_data",
    "real_day",
]
