"""A verifier between the model and its next corpus: what it accepts is read, the rest is thrown away.

With samples without end and replace, a verifier that accepts x with probability a(x) turns shares p into p a, scaled
to 1: `theory.filtered`. Feng et al. 2025 and Yi et al. 2026 study such loops, Ferbach et al. 2024 people's choices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .. import checks
from ..recursion import Dataset, Policy
from .mix import replace

Verifier = Callable[[Dataset], Dataset]  # samples, on axis 0, to the probability that each is accepted, shape (M,)


@dataclass(frozen=True)
class Filter:
    """Of what another policy offers, keep what the `verifier` accepts, each sample judged once and by itself.

    The verifier takes samples, on axis 0, and returns for each the probability that it is accepted, or yes or no. The
    corpus is as long as what is accepted. What is offered is what the model wrote, unless a `policy` adds to it:
    `Refresh(guesses, 0.2)` has a fifth come from elsewhere.

    Raises TypeError for what is no verifier and no policy.

    >>> even = Filter(lambda samples: samples % 2 == 0)
    >>> even(np.arange(3), np.arange(3), np.array([4, 5, 6]), rng=np.random.default_rng(0))
    array([4, 6])
    """

    verifier: Verifier
    policy: Policy = field(default_factory=replace)

    def __post_init__(self) -> None:
        checks.as_step(self.verifier, "verifier")
        checks.as_policy(self.policy)

    def __call__(self, real: Dataset, corpus: Dataset, synthetic: Dataset, *, rng: np.random.Generator) -> Dataset:
        """Return the accepted samples, in the order in which they were offered.

        Raises as the policy does; ValueError if nothing is accepted, or unless a verifier gives one probability a
        sample, TypeError if it gives no numbers.
        """
        checks.generator(rng)
        real = checks.dataset(real, "real data")
        offered = checks.like(self.policy(real, corpus, synthetic, rng=rng), real, "what the policy returns")
        accepted = offered[rng.random(len(offered)) < self._chances(offered)]
        if not len(accepted):
            raise ValueError(f"a verifier must accept at least one sample, got {len(offered)} and none accepted")
        return accepted

    def _chances(self, offered: Dataset) -> Dataset:
        found = checks.numbers(self.verifier(offered), name="what a verifier returns").astype(float)
        if found.shape != (len(offered),):
            raise ValueError(f"a verifier must return one number a sample, ({len(offered)},), got {found.shape}")
        return checks.share(found, "what a verifier returns")
