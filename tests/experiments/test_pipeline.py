"""The content workflow obeys its recursion, and the chart's formulas say the same as the library's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product

import numpy as np
import pytest

from collapse_lib.experiments.pipeline import TEAMS, Pipeline
from collapse_lib.recursion import Dataset, generations

GRID = [
    Pipeline(drafted / 100, scraped / 100, kept / 100, interval)
    for drafted, scraped, kept, interval in product(
        (0, 50, 55, 80, 100), (5, 30, 100), (0, 10, 15, 16, 50, 100), (1, 6)
    )
]


def exact(pipeline: Pipeline) -> tuple[Fraction, Fraction, Fraction]:
    return tuple(Fraction(str(share)) for share in (pipeline.drafted, pipeline.scraped, pipeline.kept))


def step(pipeline: Pipeline, share: Fraction) -> Fraction:
    drafted, scraped, kept = exact(pipeline)
    return (1 - kept) * (scraped * drafted + (1 - scraped) * share)


@pytest.mark.parametrize("pipeline", GRID, ids=str)
def test_the_closed_form_is_the_recursion_month_by_month(pipeline: Pipeline) -> None:
    share = Fraction(0)
    for month in range(61):
        if month and month % pipeline.interval == 0:
            share = step(pipeline, share)
        assert pipeline.machine_share(month) == pytest.approx(float(share), abs=1e-12)


@pytest.mark.parametrize("pipeline", GRID, ids=str)
def test_the_ceiling_stays_where_it_is_and_is_what_comes_in(pipeline: Pipeline) -> None:
    ceiling = pipeline.ceiling
    assert float(step(pipeline, Fraction(ceiling))) == pytest.approx(ceiling, abs=1e-12)
    policy = pipeline.policy
    assert ceiling == pytest.approx(policy.alpha / (policy.alpha + policy.gamma), abs=1e-12)


@pytest.mark.parametrize("pipeline", GRID, ids=str)
def test_the_tipping_month_is_the_first_with_more_than_half(pipeline: Pipeline) -> None:
    drafted, scraped, kept = exact(pipeline)
    alpha, out = (1 - kept) * scraped * drafted, 1 - (1 - kept) * (1 - scraped)
    month = pipeline.tipping_month()
    if 2 * alpha <= out:
        assert month is None
        return
    share, refreshes = Fraction(0), 0
    while share <= Fraction(1, 2):
        share, refreshes = step(pipeline, share), refreshes + 1
    assert month == refreshes * pipeline.interval


@pytest.mark.parametrize("team", TEAMS)
def test_more_archive_never_brings_the_month_nearer_and_enough_of_it_keeps_it_away(team: str) -> None:
    months = [replace(TEAMS[team], kept=kept).tipping_month() or np.inf for kept in np.linspace(0, 1, 201)]
    assert (np.diff(np.nan_to_num(months, posinf=1e9)) >= 0).all()
    enough = TEAMS[team].enough_kept()
    assert replace(TEAMS[team], kept=enough).tipping_month() is None
    if enough:
        assert replace(TEAMS[team], kept=enough - 1e-6).tipping_month() is not None


def test_machine_share_grows_with_time_with_drafting_and_with_less_archive() -> None:
    shares = TEAMS["agency"].machine_share(np.arange(121))
    assert shares[0] == 0 and (np.diff(shares) >= 0).all() and shares[-1] < TEAMS["agency"].ceiling
    agency = TEAMS["agency"]
    assert replace(agency, drafted=0.9).machine_share(60) > agency.machine_share(60)
    assert replace(agency, kept=0.2).machine_share(60) < agency.machine_share(60)


def test_who_drafts_no_more_than_half_never_tips_even_without_an_archive() -> None:
    assert Pipeline(drafted=0.5, scraped=1.0, kept=0.0, interval=1).tipping_month() is None
    assert Pipeline(drafted=0.51, scraped=1.0, kept=0.0, interval=1).tipping_month() == 1


def test_half_is_not_more_than_half_though_it_be_rounded_up() -> None:
    assert Pipeline(drafted=0.5 + 1e-9, scraped=1.0, kept=0.0, interval=1).tipping_month() is None
    assert Pipeline(drafted=0.5 + 1.5e-9, scraped=1.0, kept=0.0, interval=1).tipping_month() == 1


def test_where_people_write_the_new_pages_no_archive_is_needed() -> None:
    assert [Pipeline(drafted, 1, 0.1, 6).enough_kept() for drafted in (0, 0.3, 0.5)] == [0, 0, 0]
    assert Pipeline(1, 1, 0.1, 6).enough_kept() == 0.5


def test_the_page_shows_three_teams() -> None:
    numbers = {name: tuple(vars(team).values()) for name, team in TEAMS.items()}
    assert numbers == {
        "newsroom": (0.4, 0.2, 0.1, 12),
        "agency": (0.8, 0.3, 0.1, 6),
        "help centre": (0.9, 0.6, 0.1, 3),
    }


def test_a_longer_interval_moves_the_month_and_not_the_ceiling() -> None:
    agency = TEAMS["agency"]
    slower = replace(agency, interval=2 * agency.interval)
    assert slower.ceiling == agency.ceiling
    assert slower.tipping_month() == 2 * agency.tipping_month()


@dataclass(frozen=True)
class Scribe:
    """A model that copies what it read and counts itself in: data are numbers of machines in a line of ancestors."""

    read: Dataset | None = None

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> Scribe:
        return Scribe(data)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        return rng.choice(self.read, size) + 1


def test_it_is_the_recursion_of_the_course_with_a_machine_that_counts_itself() -> None:
    tokens, agency = 200_000, TEAMS["agency"]
    loop = generations(Scribe(), np.zeros(tokens, dtype=int), agency.policy, rng=np.random.default_rng(7))
    for refresh, generation in enumerate(islice(loop, 31)):
        law = float(agency.machine_share(refresh * agency.interval))
        # Parts of fixed size, one of them a random subset of the corpus before: at most the spread of a coin per token,
        # which the recursion multiplies by less than 1 / (1 - beta) in all.
        standard_error = 0.5 / np.sqrt(tokens) / (1 - agency.policy.beta)
        assert abs((generation.data >= 1).mean() - law) < 4 * standard_error
    for machines in (1, 2, 3, 4):
        assert abs((generation.data >= machines).mean() - agency.ceiling**machines) < 4 * machines * standard_error
