"""Handwritten digits learned by an autoencoder: recorded runs, what is measured of a drawing, and the three errors."""

from . import errors, measures, runs, tables

__all__ = ["errors", "measures", "runs", "tables"]
