"""The course's experiments. How to repeat, compare and sum up any of them is in `replicates`, offered here by name."""

from .replicates import Measure, compare, lineages, run, summary

__all__ = ["Measure", "compare", "lineages", "run", "summary"]
