"""The OPT experiment in small: a language model that learns a made-up language, then its own sentences."""

from . import healing, measures, outside, runs, tables

__all__ = ["healing", "measures", "outside", "runs", "tables"]
