"""Laws of Gaussians that are refitted to their own samples alone, a number of them that may differ each time."""

from __future__ import annotations

from typing import Any

import numpy as np

from ... import checks
from ...recursion import Dataset
from .. import chi


def growing_w2(samples: Any) -> Dataset:
    """Return E[W2^2] to N(mu, 1) after 1, 2, ... refits to M_1, M_2, ... samples, shape (refits,).

    Exact, with unbiased variances: the sum of 1 / M_i, which is how far the mean has walked, and 2 - 2 times the
    product of the c4(M_i). To second order it is 3/2 of the sum (Shumailov et al. 2024, supplement). It stays bounded
    just if the sum does: not if M_i grows in proportion to i, but if it grows as i^1.5 (Xu, He & Cheng 2025). And just
    then the variances do not go to 0.

    `samples`: whole numbers, at least 2. Raises ValueError for others, TypeError for what is no row of numbers.

    >>> growing_w2([100, 200, 300]).round(4)
    array([0.015 , 0.0225, 0.0275])
    """
    samples = checks.dimensions(checks.whole_numbers(samples, "samples", least=2), 1, name="samples")
    return np.cumsum(1 / samples) - 2 * np.expm1(np.cumsum(chi.log_mean(samples - 1)))
