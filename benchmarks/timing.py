"""Two functions take turns; the ratio of their median times is compared with a target."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time  # of this process alone: what else the machine does is not counted

Work = Callable[[], object]
LIMITS = {"at least": operator.ge, "at most": operator.le}
WIDTH = 77  # of the longest name
HEADER = f"{'':<{WIDTH}} {'ms':>9} {'ms':>9} {'ratio':>8}   target"


@dataclass(frozen=True)
class Comparison:
    """The time of `slow` over the time of `fast`, which do the same work, and what the ratio should be."""

    name: str
    slow: Work
    fast: Work
    limit: str  # "at least" or "at most"
    target: float

    def measure(self, turns: int) -> Result:
        """Return the median times of so many turns each, after one turn each to warm up."""
        self.slow()
        self.fast()
        times = [(seconds(self.slow), seconds(self.fast)) for _ in range(turns)]
        slow, fast = map(median, zip(*times, strict=True))
        return Result(self, slow, fast)


@dataclass(frozen=True)
class Result:
    """What was measured: median CPU seconds of either side."""

    comparison: Comparison
    slow: float
    fast: float

    @property
    def ratio(self) -> float:
        """How many times the fast side's time the slow side takes."""
        return self.slow / self.fast

    @property
    def met(self) -> bool:
        """Whether the ratio keeps to the target."""
        return LIMITS[self.comparison.limit](self.ratio, self.comparison.target)

    def __str__(self) -> str:
        times = f"{1e3 * self.slow:9.2f} {1e3 * self.fast:9.2f} {self.ratio:8.2f}"
        target = f"{self.comparison.limit} {self.comparison.target:g}"
        return f"{self.comparison.name:<{WIDTH}} {times}   {target:<13} {'met' if self.met else 'NOT MET'}"


def seconds(work: Work) -> float:
    """Return the CPU time that one call takes."""
    start = process_time()
    work()
    return process_time() - start
