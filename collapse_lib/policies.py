"""What the next generation trains on: the paper's equation, and the two regimes that it leaves out.

The paper mixes three distributions, p_{i+1} = alpha p_theta + beta p_i + gamma p_0: what the new model wrote, what the
last generation was trained on, and the real data. `Mix` is that equation on samples; `replace()` and `keep_real(0.1)`
are points on it. `Accumulate` never throws anything away (Gerstgrasser et al. 2024). `Refresh` adds real data that
nobody has used before (the "fresh data loop" of Alemohammad et al. 2024).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .recursion import Dataset, Policy, Sampler, subset


@dataclass(frozen=True)
class Mix:
    """A corpus of constant size: shares `alpha` synthetic, `beta` the corpus before, `gamma` the fixed real data."""

    alpha: float
    beta: float = 0.0
    gamma: float = 0.0

    def __post_init__(self) -> None:
        shares = (self.alpha, self.beta, self.gamma)
        # Written so that NaN fails too.
        if not (all(share >= 0 for share in shares) and math.isclose(sum(shares), 1.0, abs_tol=1e-9)):
            raise ValueError(f"alpha, beta, gamma must be shares of 1, got {shares}")

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return `len(real)` samples in the three shares, each without repeats and at most one sample off."""
        size = len(real)
        # Rounded one after the other, so that the parts add up and a share of 0 stays 0.
        from_real = round(self.gamma * size)
        not_synthetic = round((self.gamma + self.beta) * size)
        sizes = (size - not_synthetic, not_synthetic - from_real, from_real)
        parts = [subset(data, n, rng=rng) for data, n in zip((synthetic, corpus, real), sizes, strict=True) if n]
        return np.concatenate(parts)


def replace() -> Mix:
    """Return the policy of the paper's theorem: each generation sees only what the last model wrote.

    >>> replace()
    Mix(alpha=1.0, beta=0.0, gamma=0.0)
    """
    return Mix(alpha=1.0)


def keep_real(share: float) -> Mix:
    """Return the policy that mixes `share` of one fixed set of real data back in, each time drawn anew from it.

    >>> keep_real(0.1)
    Mix(alpha=0.9, beta=0.0, gamma=0.1)
    """
    return Mix(alpha=1.0 - share, gamma=share)


@dataclass(frozen=True)
class Accumulate:
    """Keep everything: the corpus grows by one generation's synthetic data each time.

    >>> Accumulate()(np.array([1, 2]), np.array([1, 2]), np.array([2, 2]), rng=np.random.default_rng(0))
    array([1, 2, 2, 2])
    """

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return the corpus before with the synthetic data after it."""
        return np.concatenate([corpus, synthetic])


@dataclass(frozen=True)
class Refresh:
    """A corpus of constant size of which `fraction` is real data that nobody has seen before, drawn from `truth`.

    >>> from collapse_lib.models.gaussian import Gaussian
    >>> Refresh(Gaussian(), 0.1).fresh(50)
    5
    """

    truth: Sampler
    fraction: float

    def __post_init__(self) -> None:
        if not 0 <= self.fraction <= 1:
            raise ValueError(f"fraction must lie between 0 and 1, got {self.fraction}")

    def fresh(self, size: int) -> int:
        """Return how many of `size` samples are fresh."""
        return round(self.fraction * size)

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return `len(real)` samples: fresh ones from the truth, the others synthetic."""
        fresh = self.fresh(len(real))
        kept = subset(synthetic, len(synthetic) - fresh, rng=rng)
        return np.concatenate([kept, self.truth.sample(fresh, rng=rng)])


def standard_policies() -> dict[str, Policy]:
    """Return the policies that the recorded runs compare, by the names that all tables and charts use."""
    return {"replace": replace(), "10% kept": keep_real(0.1), "accumulate": Accumulate()}
