"""What a page asks of its reader: plain sentences, and on the 30-minute track no more than half an hour."""

from __future__ import annotations

import re
from pathlib import Path

import contents
import pytest

from tools.claims.checker import PAGES, ROOT
from tools.claims.prose import markdown
from tools.prose.grade import grade
from tools.prose.text import read_of
from tools.prose.track import TRACK, Part, minutes

HARDEST = 11  # years of school


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_read_after_eleven_years_of_school(page: Path) -> None:
    assert grade(read_of(page)) <= HARDEST


def test_the_track_takes_no_more_than_half_an_hour() -> None:
    assert minutes() <= 30


def test_the_track_is_that_of_the_front_page() -> None:
    section = markdown(ROOT / "index.md").split("## The 30-minute track", 1)[1].split("\n## ", 1)[0]
    pages = re.findall(r"(?m)^\| *\d+ \| \[[^\]]+\]\((.+?)\.(?:ipynb|md)\)", section)
    assert [stop.page for stop in TRACK] == pages


@pytest.mark.parametrize("stop", TRACK, ids=lambda stop: Path(stop.page).stem)
def test_what_is_counted_is_what_the_page_says_is_on_the_track(stop: object) -> None:
    said = re.search(r"In the 30-minute track, (.+)", markdown(contents.source(stop.page)))  # type: ignore[attr-defined]
    named = re.findall(r"\*(.+?)\*", said[1]) if said else []
    counted = {part.heading for part in stop.parts} | {part.since for part in stop.parts}  # type: ignore[attr-defined]
    assert set(named) <= counted
    assert stop.said  # type: ignore[attr-defined]


def test_a_part_that_has_left_its_page_is_missed() -> None:
    with pytest.raises(ValueError, match="must have 'text' under 'No such part', and has not"):
        Part("No such part").read("notebooks/01-warm-up")
    with pytest.raises(ValueError, match=r"must have 'No such words' under 'Is it happening\?', and has not"):
        Part("Is it happening?", to="No such words").read("notebooks/06-industry-bridge")
