"""The content pipeline: people and a model draft pages, the model is trained on them and drafts again."""

from __future__ import annotations

from collections.abc import Mapping

from ... import checks
from ...experiments.pipeline import TEAMS, Pipeline
from ..explorable import Explorable

__all__ = ["content_pipeline"]

PICTURE_STEP = 30  # months
PICTURE_HEIGHT = 450  # pixels, at assets.PICTURE_WIDTH


def content_pipeline(teams: Mapping[str, Pipeline]) -> Explorable:
    """Return the content pipeline, with these teams to start from; the first is shown.

    Raises ValueError if there is no team, TypeError for a name that is no text and a team that is no `Pipeline`.
    """
    for name, team in checks.mapping(teams, "teams").items():
        checks.text(name, "the name of a team")
        checks.instance(team, Pipeline, f"the team {name}")
    numbers = [{"name": name, **vars(team)} for name, team in teams.items()]
    return Explorable("pipeline", "The content pipeline", {"teams": numbers})


def example() -> Explorable:
    """Return the pipeline as chapter 6 shows it: the agency first."""
    return content_pipeline({"agency": TEAMS["agency"], **TEAMS})
