"""Two groups learned by mixtures: the recorded runs, many lineages side by side, and the fate of a small group."""

from . import lineages, minority, runs, tables

__all__ = ["lineages", "minority", "runs", "tables"]
