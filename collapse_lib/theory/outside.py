"""What a taste comes to when it is exercised again and again, and how much outside data hold it.

Nothing is drawn here: there are data without end, and the model believes what it reads. It says each token not as often
as it believes in it but as its taste has it, a step from shares to shares (`models.decoding.Decoding`). The next model
reads this and a share of the real data: p' = (1 - kept) step(p) + kept real. Marchi et al. 2024 (arXiv:2404.02325)
prove that in such a loop any temperature but 1 degenerates, unless enough data come in from outside.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .. import checks
from ..recursion import Dataset

Step = Callable[[Dataset], Dataset]  # shares of V tokens, shape (V,), to shares
_CLOSE = 1e-13  # the largest change of a share in a generation
_MOST_GENERATIONS = 100_000


def settled(step: Step, real: Dataset, kept: float) -> Dataset:
    """Return the shares that are read from generation to generation in the end, shape (V,): the loop's fixed point.

    It is where the loop comes to rest that begins with the shares `real`, shape (V,): at rest, no share moves by 1e-13
    from one generation to the next. What is written there is step(settled(step, real, kept)). Below temperature 1 there
    may be further fixed points, for other beginnings.

    Raises ValueError for what are no shares, RuntimeError if the loop has not come to rest after 100,000 generations,
    TypeError for what is no step.

    >>> settled(lambda shares: np.array([1.0, 0.0]), [0.5, 0.5], 0.1)
    array([0.95, 0.05])
    """
    checks.as_step(step, "step")
    real, kept = checks.probabilities(real), checks.single_share(kept, "kept")
    read = real
    for _ in range(_MOST_GENERATIONS):
        written = checks.probabilities(step(read))
        if written.shape != real.shape:
            raise ValueError(f"a step must return shares of the same {len(real)} tokens, got {len(written)} shares")
        following = (1 - kept) * written + kept * real
        if np.abs(following - read).max() < _CLOSE:
            return following
        read = following
    raise RuntimeError(f"a loop must come to rest within {_MOST_GENERATIONS:,} generations, got a change that goes on")


def outside_share_needed(temperature: float) -> float:
    """Return the share of real data above which equally likely tokens stay equally likely: 1 - T, and 0 from T = 1 on.

    A step at temperature T multiplies a small deviation from equal shares by 1 / T, and the outside data multiply it by
    1 - kept: it dies out if (1 - kept) / T < 1, for any number of tokens. Below that share one token of equals takes
    over, by a first chance deviation. Tokens that are not equal lose to the likelier whatever is kept, short of all.

    Raises ValueError unless the temperature is positive and finite.

    >>> round(outside_share_needed(0.9), 9)
    0.1
    """
    return max(0.0, 1.0 - checks.positive(temperature, "a temperature"))


def most_tokens_of_top_p(top_p: float) -> int:
    """Return how many tokens at most are left where top-p has nothing more to drop: the whole number below 1 / (1 - p).

    The unlikeliest token is dropped as long as the others hold the share p without it. So each token that stays has a
    share above 1 - p. `top_p` is a share above 0 and below 1.

    >>> most_tokens_of_top_p(0.95)
    19
    """
    top_p = checks.single_share(top_p, "top_p")
    if top_p in (0, 1):
        raise ValueError(f"top_p must be a share above 0 and below 1, got {top_p:g}")
    return max(1, int(np.ceil(1 / (1 - top_p) - 1e-9)) - 1)
