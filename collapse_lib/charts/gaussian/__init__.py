"""Charts of refitted Gaussians: their variance, and their distance from the truth."""

from . import distance, variance

__all__ = ["distance", "variance"]
