"""What the next generation trains on: `mix` takes it from three sources, `filter` asks a verifier first."""

from .filter import Filter, Verifier
from .mix import Accumulate, Mix, Refresh, keep_real, replace, standard_policies

__all__ = ["Accumulate", "Filter", "Mix", "Refresh", "Verifier", "keep_real", "replace", "standard_policies"]
