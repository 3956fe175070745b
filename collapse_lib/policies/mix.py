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

from .. import checks
from ..recursion import Dataset, Policy, Sampler, subset


@dataclass(frozen=True)
class Mix:
    """A corpus of constant size: shares `alpha` synthetic, `beta` the corpus before, `gamma` the fixed real data.

    Raises ValueError unless they are shares of 1, to nine digits, and TypeError if they are no numbers. A share that
    would get no sample at the size at hand is refused there: `Mix(0.9, 0.0, 0.1)` on 5 samples would be `replace()`.

    >>> Mix(alpha=0.5, beta=0.3, gamma=0.2).parts(10)
    (5, 3, 2)
    """

    alpha: float
    beta: float = 0.0
    gamma: float = 0.0

    def __post_init__(self) -> None:
        for name in ("alpha", "beta", "gamma"):
            object.__setattr__(self, name, checks.single_number(getattr(self, name), name))
        shares = (self.alpha, self.beta, self.gamma)
        # Written so that NaN fails too.
        if not (all(share >= 0 for share in shares) and math.isclose(sum(shares), 1.0, abs_tol=checks.NINE_DIGITS)):
            raise ValueError(f"alpha, beta, gamma must be shares of 1, got {shares}")

    def parts(self, size: int) -> tuple[int, int, int]:
        """Return how many of `size` samples are synthetic, of the corpus before, and real; each is at most one off.

        Raises ValueError if one that has a share would get none of them, and as other sizes do.
        """
        shares, size = vars(self), checks.size(size)
        # Rounded one after the other, so that the parts add up and a share of 0 stays 0.
        from_real = round(self.gamma * size)
        not_synthetic = round((self.gamma + self.beta) * size)
        parts = (size - not_synthetic, not_synthetic - from_real, from_real)
        # Of three shares the middle one is rounded twice, so that it may take a whole sample to be sure of one.
        sure = 1.0 if all(shares.values()) else 0.5
        for (name, share), part in zip(shares.items(), parts, strict=True):
            checks.a_sample(part, share, size, name, sure=sure)
        return parts

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return `len(real)` samples in the three shares, each without repeats and at most one sample off.

        Raises ValueError if the three hold no samples, samples of different shapes, or too few for a share, TypeError
        if they are no data.
        """
        real, corpus, synthetic = _three(real, corpus, synthetic)
        taken = zip((synthetic, corpus, real), self.parts(len(real)), strict=True)
        return np.concatenate([subset(data, n, rng=rng) for data, n in taken if n])


def replace() -> Mix:
    """Return the policy of the paper's theorem: each generation sees only what the last model wrote.

    >>> replace()
    Mix(alpha=1.0, beta=0.0, gamma=0.0)
    """
    return Mix(alpha=1.0)


def keep_real(share: float) -> Mix:
    """Return the policy that mixes `share` of one fixed set of real data back in, each time drawn anew from it.

    Raises ValueError unless `share` lies between 0 and 1, TypeError if it is no number.

    >>> keep_real(0.1)
    Mix(alpha=0.9, beta=0.0, gamma=0.1)
    """
    share = checks.single_share(share, "share")
    return Mix(alpha=1.0 - share, gamma=share)


@dataclass(frozen=True)
class Accumulate:
    """Keep everything: the corpus grows by one generation's synthetic data each time.

    >>> Accumulate()(np.array([1, 2]), np.array([1, 2]), np.array([2, 2]), rng=np.random.default_rng(0))
    array([1, 2, 2, 2])
    """

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return the corpus before with the synthetic data after it; raises as `Mix` does."""
        checks.generator(rng)
        _, corpus, synthetic = _three(real, corpus, synthetic)
        return np.concatenate([corpus, synthetic])


@dataclass(frozen=True)
class Refresh:
    """A corpus of constant size of which `fraction` is real data that nobody has seen before, drawn from `truth`.

    Raises ValueError unless `fraction` lies between 0 and 1, TypeError if it is no number or `truth` cannot be drawn
    from. A share that would get no sample at the size at hand is refused there, as `Mix` does.

    >>> from collapse_lib.models.gaussian import Gaussian
    >>> Refresh(Gaussian(), 0.1).fresh(50)
    5
    """

    truth: Sampler
    fraction: float

    def __post_init__(self) -> None:
        checks.as_sampler(self.truth)
        object.__setattr__(self, "fraction", checks.single_share(self.fraction, "fraction"))

    def fresh(self, size: int) -> int:
        """Return how many of `size` samples are fresh: the nearest whole number.

        Raises ValueError if there is a share of fresh ones, or of others, and it would get none; and as other sizes do.
        """
        size = checks.size(size)
        fresh = round(self.fraction * size)
        checks.a_sample(size - fresh, 1 - self.fraction, size, "1 - fraction")
        return checks.a_sample(fresh, self.fraction, size, "fraction")

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return `len(real)` samples: fresh ones from the truth, the others synthetic; raises as `Mix` does."""
        real, _, synthetic = _three(real, corpus, synthetic)
        fresh = self.fresh(len(real))
        kept = subset(synthetic, len(synthetic) - fresh, rng=rng)
        return np.concatenate([kept, checks.like(self.truth.sample(fresh, rng=rng), real, "fresh data")])


def _three(real: Dataset, corpus: Dataset, synthetic: Dataset) -> tuple[Dataset, Dataset, Dataset]:
    real = checks.dataset(real, "real data")
    return real, checks.like(corpus, real, "the corpus"), checks.like(synthetic, real, "synthetic data")


def standard_policies() -> dict[str, Policy]:
    """Return the policies that the recorded runs compare, by the names that all tables and charts use."""
    return {"replace": replace(), "10% kept": keep_real(0.1), "accumulate": Accumulate()}
