"""A small group among the samples: how often it is lost, simulated with mixtures and by the law of a token.

Two groups so far apart that nobody confuses them: with nothing kept, the number of samples in the small one is then a
binomial with the share that it had, and nothing else about the groups matters. Where something is kept, the search for
the fit matters too: a model without a component at the small group's place does not find it again.
"""

from __future__ import annotations

from itertools import islice

import numpy as np

from ... import checks
from ...recursion import Dataset, Policy
from ...theory.drift import chance_lost
from .lineages import share_near, side_by_side
from .runs import two_groups

GAP = 20.0  # standard deviations between the groups


def lost(share: float, samples: int, policy: Policy, *, last: int, replicates: int, seed: int) -> Dataset:
    """Return in which part of the lineages the small group is gone, for generations 0 .. `last`, shape (last + 1,).

    It holds `share` of the truth. Gone means that the components centred on its side would draw less than half a sample
    of it in a generation. One wide component over both groups is not the small group. Raises ValueError
    unless `share` lies between 0 and 1 and both numbers are positive, TypeError for what is not whole and no policy.

    >>> from collapse_lib.policies import replace
    >>> lost(0.05, 20, replace(), last=2, replicates=4, seed=0).shape
    (3,)
    """
    last, rng = checks.whole(last, "last"), np.random.default_rng(checks.whole(seed, "seed"))
    truth = two_groups(share, gap=GAP)
    run = side_by_side(truth, truth, policy, samples=samples, replicates=replicates, rng=rng)
    return np.array([np.mean(share_near(now, truth) * samples < 0.5) for now in islice(run, last + 1)])


def law(share: float, samples: int, *, last: int) -> Dataset:
    """Return the same under replace by the law: (1 - q)^M for generation 0, then drift; shape (last + 1,).

    Raises as `theory.drift.chance_lost` does, and for a `last` that is negative or not whole.

    >>> law(0.05, 20, last=2).round(2)
    array([0.36, 0.52, 0.61])
    """
    return chance_lost(share, samples, checks.whole(last, "last") + 1)
