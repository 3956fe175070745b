"""The front page: a claim and a picture that lives, on the first screen, for everybody."""

from __future__ import annotations

from typing import Any

import explorable_figures
import pytest
from explorable_figures import comes_true
from site_server import Server
from visits import DESKTOP, HEIGHT, PHONE

WALL = "figure.explorable[data-kind=wall]"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_first_screen_holds_the_claim_and_a_picture_that_has_begun_to_move(
    width: int, server: Server, visit: Any
) -> None:
    with visit(server.address, width=width) as visited:
        claim = visited.page.locator("article h1 + p").bounding_box()
        begin = visited.page.get_by_role("link", name="Start with three guesses").bounding_box()
        assert claim["y"] + claim["height"] < begin["y"] < HEIGHT
        words = visited.page.locator(f"{WALL} .explorable-live .xp-words span").all()
        seen = [word for word in words if word.bounding_box()["y"] < HEIGHT]
        assert len(seen) > len(words) / 3
        region = visited.page.locator(WALL).get_by_role("region")
        assert comes_true(region, "(region) => region.dataset.step === '10'")
    assert visited.complaints == []


def test_the_picture_steps_and_runs_again_by_keyboard(server: Server, visit: Any) -> None:
    with visit(server.address) as visited:
        wall = explorable_figures.explorables(visited.page)[0]
        assert wall.reaches(1)
        wall.press("Pause")
        paused, before = wall.step, wall.picture
        wall.press("Next copy")
        assert (wall.step, wall.picture != before) == (paused + 1, True)
        before = wall.picture
        wall.press("Run again")
        assert wall.picture != before
    assert visited.complaints == []


def test_where_scripts_are_off_its_picture_stands_still_and_says_what_is_seen(server: Server, visit: Any) -> None:
    with visit(server.address, scripts=False) as visited:
        assert visited.page.locator(f"{WALL} .explorable-picture .xp-words").is_visible()
        assert "words are left" in visited.page.locator(f"{WALL} .xp-caption").inner_text()
