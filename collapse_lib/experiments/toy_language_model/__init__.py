"""The OPT experiment in small: a language model that learns a made-up language, then its own sentences."""

from . import healing, measures, runs, tables

__all__ = ["healing", "measures", "runs", "tables"]
