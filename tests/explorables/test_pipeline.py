"""The content pipeline in JavaScript says in every month what `pipeline` says."""

from __future__ import annotations

import numpy as np
import pytest
from javascript import needs_node, node

from collapse_lib import explorables
from collapse_lib.experiments.pipeline import TEAMS, Pipeline

HOUSES = [
    *TEAMS.values(),
    *(Pipeline(a, s, k, 5) for a in (0, 0.5, 0.8, 1) for s in (0.05, 0.3, 1) for k in (0, 0.1, 0.15, 0.16, 0.6)),
]


def numbers(team: Pipeline) -> dict[str, float]:
    return dict(vars(team))


@needs_node
def test_the_pipeline_levels_off_and_tips_where_the_library_says():
    found = node(
        "return teams.map((team) => [pipeline.ceiling(team), pipeline.tippingMonth(team)]);",
        teams=[*map(numbers, HOUSES)],
    )
    assert [tips for _, tips in found] == [team.tipping_month() for team in HOUSES]  # JSON says null for Infinity
    np.testing.assert_allclose([level for level, _ in found], [team.ceiling for team in HOUSES], atol=1e-12)


@needs_node
@pytest.mark.parametrize("team", HOUSES[:8], ids=str)
def test_the_pipeline_has_the_library_s_share_in_every_month(team):
    code = "return Array.from({length: 121}, (_, m) => pipeline.machineShare(team, Math.floor(m / team.interval)));"
    np.testing.assert_allclose(node(code, team=numbers(team)), team.machine_share(np.arange(121)), atol=1e-12)


@needs_node
@pytest.mark.parametrize("refreshes", [0, 1, 7])
def test_what_the_picture_of_the_pipeline_shows_adds_up(refreshes):
    team = TEAMS["agency"]
    parts = node("return pipeline.parts(team, refreshes);", team=numbers(team), refreshes=refreshes)
    assert sum(share for *_, share in parts) == pytest.approx(1)
    machines = sum(share for _, whose, share in parts if whose == "machine")
    assert machines == pytest.approx(float(team.machine_share(refreshes * team.interval)))


def test_a_pipeline_without_teams_is_refused():
    with pytest.raises(ValueError, match="teams must hold at least one entry, got none"):
        explorables.content_pipeline({})
