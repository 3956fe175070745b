"""The time that is left is what it then takes: on schedules of made-up durations, told generation by generation."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.costs import Rates, Spent, Stand, remaining, together
from collapse_lib.models.decoding import PLAIN, Decoding

BLOCKS, WRITTEN, LAST = 200, 100, 9
T_09, BEAMS = Decoding(temperature=0.9), Decoding(beams=5)
EPOCH, ROW, REST = 3.0, 0.02, 2.0


def condition(decoding: Decoding = T_09, epochs: int = 5) -> Condition:
    return Condition("replace", decoding, epochs)


def duration(one: Condition, index: int, slow: float = 1) -> Spent:
    """A generation that takes exactly what its parts say, or so many times as long."""
    rows = WRITTEN + (BLOCKS if index else 0)
    effort = 1.3 * one.decoding.beams if one.decoding.beams > 1 else 1
    return Spent(one, BLOCKS, one.epochs * EPOCH * slow, rows * ROW * effort * slow, rows, REST * slow)


def total(spent: Spent) -> float:
    return spent.fit + spent.writing + spent.rest


class Schedule:
    """Lineages that workers take in their order, each generation as long as its parts say, give or take `noise`."""

    def __init__(self, lineages: list[Condition], workers: int, noise: float, rng: np.random.Generator) -> None:
        free, self.lineages, self.workers = [0.0] * workers, lineages, workers
        self.ends, self.begins, self.spent = [], [], []
        for one in lineages:
            worker = int(np.argmin(free))
            slow = rng.uniform(1 - noise, 1 + noise, LAST + 1)
            self.spent.append([duration(one, index, factor) for index, factor in enumerate(slow)])
            each = [total(one) for one in self.spent[-1]]
            self.begins.append(free[worker])
            self.ends.append(free[worker] + np.cumsum(each))
            free[worker] = self.ends[-1][-1]

    def left(self, now: float) -> tuple[float, float]:
        """What is estimated at a moment, and what it then takes."""
        stands, spent = [], []
        for one, begin, ends, told in zip(self.lineages, self.begins, self.ends, self.spent, strict=True):
            done = int((ends <= now).sum())
            at_work = begin <= now and done <= LAST
            stands.append(Stand(one, done, ([begin, *ends][done]) if at_work else None))
            spent += told[:done]
        rates = Rates.of(spent)
        assert rates is not None
        found = remaining(stands, rates, last=LAST, written=WRITTEN, workers=self.workers, now=now)
        return found, max(ends[-1] for ends in self.ends) - now


SWEEPS = {
    "one condition": [condition()] * 9,
    "a lineage too many": [condition()] * 5,
    "other epochs come later": [*[condition()] * 4, *[condition(epochs=10)] * 4],
    "drawn in three ways": [condition(way) for way in (T_09, PLAIN, Decoding(top_k=50)) for _ in range(5)],
    "beams come last": [*[condition()] * 4, *[condition(BEAMS, 10)] * 4],
    "one alone": [condition()],
}


@pytest.mark.parametrize("workers", [1, 2, 4])
@pytest.mark.parametrize("lineages", SWEEPS.values(), ids=SWEEPS)
def test_after_the_first_generation_the_time_left_is_right_within_20_percent(lineages, workers):
    for seed in range(5):
        schedule = Schedule(lineages, workers, 0.15, np.random.default_rng(seed))
        first = min(ends[0] for ends in schedule.ends)
        end = max(ends[-1] for ends in schedule.ends)
        for now in np.linspace(first, first + 0.8 * (end - first), 30):
            found, real = schedule.left(now)
            assert found == pytest.approx(real, rel=0.2)


def test_without_noise_it_is_exact_and_runs_down_second_by_second():
    schedule = Schedule(SWEEPS["other epochs come later"], 2, 0, np.random.default_rng(0))
    first = schedule.ends[0][0]
    for later in (0, 1, 10, 100):
        assert schedule.left(first + later)[0] == pytest.approx(schedule.left(first + later)[1])


def test_the_longest_chain_counts_and_not_the_mean_over_the_workers():
    assert together([3, 3, 3], 2) == 6
    assert together([1, 1, 8], 2) == 9
    assert together([5], 4) == 5
    assert together([], 2) == 0


def test_workers_that_begin_late_are_waited_for():
    assert together([3, 3], 2, late=2) == 5
    assert together([3, 3], 2, late=9) == 6
    assert together([], 2, late=9) == 0


def test_before_anything_was_finished_nothing_is_known():
    assert Rates.of([]) is None


def test_a_generation_that_takes_longer_than_expected_is_not_over_and_not_negative():
    rates = Rates.of([duration(condition(), 0)])
    stands = [Stand(condition(), LAST, since=0)]
    assert remaining(stands, rates, last=LAST, written=WRITTEN, workers=2, now=1e6) == 0
