"""The OPT experiment on real text, at five sizes: `python -m collapse_lib experiment --preset classroom --out DIR`.

`presets` says what is run, `lineages` runs it and can be stopped at any moment, `measures` says what is noted.
"""

from . import tables
from .conditions import Condition
from .presets import PRESETS, Preset

__all__ = ["PRESETS", "Condition", "Preset", "tables"]
