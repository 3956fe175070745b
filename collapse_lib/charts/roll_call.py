"""The old name of `telephone.survivors`, for copies of the homework that are out with students. To go in version 0.3."""

from .telephone.survivors import survivors as roll_call

__all__ = ["roll_call"]
