"""A content workflow that trains on what it publishes: how much of its training text descends from machines.

At every refresh of the model the training text is made anew. A share `kept` comes from an archive that people wrote. Of
the rest, a share `scraped` is exchanged for newly published pages, of which machines drafted a share `drafted`; what is
left stays from the refresh before. With x_r the share whose ancestors include a machine, after r refreshes and x_0 = 0,

    x_{r+1} = alpha + beta x_r,   alpha = (1 - kept) scraped drafted,   beta = (1 - kept) (1 - scraped),

so x_r = x* (1 - beta^r) with x* = alpha / (alpha + gamma), gamma = 1 - alpha - beta: of what comes in, the share that
machines wrote. It is the paper's recursion, `policies.Mix(alpha, beta, gamma)`, seen by one yes-or-no question. In the
long run a share x*^j has at least j machines in a row of ancestors. Nothing here says what that does to the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import xlog1py

from .. import checks
from ..policies import Mix

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Pipeline:
    """A workflow: three shares between 0 and 1, and the months from one refresh of the model to the next.

    Raises ValueError if a share or the interval is none, or if a billionth is exchanged at most; TypeError for what is
    no single number, or for months that are not whole.

    >>> Pipeline(drafted=0.8, scraped=0.3, kept=0.1, interval=6).tipping_month()
    30
    """

    drafted: float
    scraped: float
    kept: float
    interval: int

    def __post_init__(self) -> None:
        for name in ("drafted", "scraped", "kept"):
            object.__setattr__(self, name, checks.single_share(getattr(self, name), name))
        if self._exchanged <= _ROUNDING:
            raise ValueError(f"a refresh must exchange something, got scraped = {self.scraped} and kept = {self.kept}")
        object.__setattr__(self, "interval", checks.whole(self.interval, "interval", least=1, most=checks.LARGEST))

    @property
    def _exchanged(self) -> float:
        """1 - beta, to the last digit."""
        return self.kept + (1 - self.kept) * self.scraped

    @property
    def policy(self) -> Mix:
        """The same workflow as the paper's equation; what people newly write counts as real data."""
        scraped, stays = (1 - self.kept) * self.scraped, (1 - self.kept) * (1 - self.scraped)
        return Mix(scraped * self.drafted, stays, self.kept + scraped * (1 - self.drafted))

    @property
    def ceiling(self) -> float:
        """x*, where the machine-descended share of the training text levels off."""
        return self.policy.alpha / self._exchanged

    def machine_share(self, month: Any) -> Any:
        """Return the machine-descended share of the training text in `month`, a number or an array; 0 in month 0.

        Raises ValueError for a month before that, TypeError for what is no number.
        """
        month = checks.finite_number(month, "month", least=0, most=checks.LARGEST)
        return self.ceiling * (0.0 - np.expm1(xlog1py(month // self.interval, -self._exchanged)))

    def tipping_month(self) -> int | None:
        """Return the first month in which more than half of the training text descends from machines; None for never.

        That is after the first whole number of refreshes above ln(1 - 1 / (2 x*)) / ln(beta).
        """
        if self.ceiling <= 0.5 + _ROUNDING:
            return None
        stays = self._exchanged < 1
        refreshes = math.log1p(-0.5 / self.ceiling) / math.log1p(-self._exchanged) if stays else 0.0
        return self.interval * (math.floor(refreshes + _ROUNDING) + 1)

    def enough_kept(self) -> float:
        """Return the smallest kept share with which the tipping month never comes: t / (1 + t), t = s (2 a - 1).

        Where t is not positive, machines write half of what is new at most, and no archive is needed: 0.
        """
        tilt = max(0.0, self.scraped * (2 * self.drafted - 1))
        return tilt / (1 + tilt)


# Three teams for the page. We chose these numbers to differ; nobody measured them.
TEAMS = {
    "newsroom": Pipeline(drafted=0.4, scraped=0.2, kept=0.1, interval=12),
    "agency": Pipeline(drafted=0.8, scraped=0.3, kept=0.1, interval=6),
    "help centre": Pipeline(drafted=0.9, scraped=0.6, kept=0.1, interval=3),
}
