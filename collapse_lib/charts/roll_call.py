"""The old name of `telephone.survivors`, for copies of the homework that students have. To go in version 0.3."""

from .telephone.survivors import survivors as roll_call

__all__ = ["roll_call"]
