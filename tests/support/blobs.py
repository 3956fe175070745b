"""Truths for mixtures: two round blobs, and one."""

from __future__ import annotations

import numpy as np

from collapse_lib.models.mixture import Mixture


def pair(gap: float, share: float = 0.5, **how) -> Mixture:
    """Two round blobs, `gap` standard deviations apart; the second holds `share`."""
    means = np.array([[-gap / 2, 0.0], [gap / 2, 0.0]])
    return Mixture(np.array([1 - share, share]), means, np.stack([np.eye(2)] * 2), **how)


ONE = Mixture(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
