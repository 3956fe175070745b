"""What the generations of a run cost, from those that were timed, and how long is left when several are at work."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from ...models.decoding import Decoding
from .conditions import Condition

BEAM = 1.3  # rows drawn that a row of one beam costs: 2.8 with 2 beams and 6.4 with 5, measured on the small base


@dataclass(frozen=True)
class Spent:
    """The seconds of one generation: of its fit, of the `rows` that it wrote, and of the rest; on `blocks` blocks."""

    condition: Condition
    blocks: int
    fit: float
    writing: float
    rows: int
    rest: float


@dataclass(frozen=True)
class Rates:
    """What things cost: a pass over the blocks, a row in each decoding, and the rest of a generation, in seconds.

    A row costs more where fewer are written than side by side: with fewer noted than learned, and both few, generation
    0 alone makes the others look dearer than they are (by a quarter on a tiny network), until the next is timed.
    """

    blocks: int
    epoch: float
    row: Mapping[Decoding, float]
    rest: float

    @classmethod
    def of(cls, spent: Iterable[Spent]) -> Rates | None:
        """Return the means over what was timed; None if nothing was."""
        found, times = list(spent), defaultdict[Decoding, list[Spent]](list)
        if not found:
            return None
        for one in found:
            times[one.condition.decoding].append(one)
        return cls(
            found[0].blocks,
            mean(one.fit / one.condition.epochs for one in found),
            {way: sum(one.writing for one in some) / sum(one.rows for one in some) for way, some in times.items()},
            mean(one.rest for one in found),
        )

    def generation(self, condition: Condition, index: int, written: int) -> float:
        """Return the seconds of a generation that shows `written` rows; all but the first also write what is learned.

        Which policy it is makes no difference: all write as many rows as there are blocks, and learn as many.
        """
        rows = min(written, self.blocks) + (self.blocks if index else 0)
        return condition.epochs * self.epoch + rows * self._row(condition.decoding) + self.rest

    def _row(self, decoding: Decoding) -> float:
        """Return the seconds of a row; of a decoding that was not timed yet, as its beams say."""
        return self.row.get(decoding) or _effort(decoding) * mean(s / _effort(d) for d, s in self.row.items())


def _effort(decoding: Decoding) -> float:
    return BEAM * decoding.beams if decoding.beams > 1 else 1


@dataclass(frozen=True)
class Stand:
    """How far a lineage is: generations finished, and when its present one began (None if nobody is at work on it)."""

    condition: Condition
    finished: int
    since: float | None = None


def alone(stand: Stand, rates: Rates, *, last: int, written: int, now: float) -> float:
    """Return how many seconds a lineage still takes, up to generation `last`, once somebody is at work on it."""
    each = [rates.generation(stand.condition, index, written) for index in range(stand.finished, last + 1)]
    gone = 0 if stand.since is None or not each else min(max(now - stand.since, 0), each[0])
    return sum(each) - gone


def together(chains: Sequence[float], workers: int, *, late: float = 0) -> float:
    """Return the seconds until all is done: each chain, in this order, goes to the worker that is first free.

    All workers but the first begin `late`, in seconds.
    """
    free = [0.0, *[late] * (workers - 1)]
    ends = [0.0]
    for seconds in chains:
        ends.append(free[0] + seconds)
        heapq.heapreplace(free, ends[-1])
    return max(ends)


def remaining(
    stands: Sequence[Stand], rates: Rates, *, last: int, written: int, workers: int, now: float, late: float = 0
) -> float:
    """Return the seconds until all lineages are finished: those at work go on, the others follow in their order.

    `late` is that of `together`.
    """
    ordered = sorted(stands, key=lambda one: one.since is None)
    chains = [alone(one, rates, last=last, written=written, now=now) for one in ordered if one.finished <= last]
    return together(chains, min(workers, max(len(chains), 1)), late=late)
