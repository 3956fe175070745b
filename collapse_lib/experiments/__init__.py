"""The course's experiments. How to repeat, compare and sum up any of them is in `replicates`, offered here by name."""

from .replicates import Measure, Tables, compare, lineages, run, stacked, summary, tidy

__all__ = ["Measure", "Tables", "compare", "lineages", "run", "stacked", "summary", "tidy"]
