"""In its published chapter an explorable steps, plays and starts over by keyboard alone, and waits to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import explorable_figures
import pytest
from explorable_figures import Explorable
from shown import CHAPTERS
from site_server import Server


def address(server: Server, kind: str) -> str:
    """Return where the explorable of a kind is published."""
    return f"{server.address}/notebooks/{CHAPTERS[kind]}.html"


@pytest.fixture(params=CHAPTERS)
def explorable(request: pytest.FixtureRequest, server: Server, visit: Any) -> Iterator[Explorable]:
    """Each explorable in its chapter, as the reader finds it."""
    with visit(address(server, request.param)) as visited:
        found = explorable_figures.explorables(visited.page)
        assert len(found) == 1
        yield found[0]
    assert visited.complaints == []


def test_it_steps_forth_and_back_and_starts_over(explorable: Explorable) -> None:
    pictures, told = [explorable.picture], [explorable.told]
    for name in (explorable.forward, explorable.forward, "Back", "Start over"):
        explorable.press(name)
        pictures.append(explorable.picture)
        told.append(explorable.told)
    start, once, twice, back, over = pictures
    assert len({start, once, twice}) == len(set(told[:3])) == 3
    assert (back, over) == (once, start)
    assert (told[3], told[4]) == (told[1], told[0])


def test_it_plays_pauses_and_stops_by_itself(explorable: Explorable) -> None:
    assert explorable.step == 0
    explorable.press("Play", key="Space")
    assert explorable.reaches(2)
    explorable.press("Pause", key="Space")
    paused = explorable.step
    explorable.region.page.wait_for_timeout(1000)
    assert explorable.step == paused
    steps = explorable.region.get_by_role("slider").last
    last = int(steps.get_attribute("max"))
    steps.fill(str(last - 1))
    explorable.press("Play")
    assert explorable.reaches(last)
    assert explorable.button("Play").is_visible()


def test_every_choice_changes_it_and_another_run_differs(explorable: Explorable) -> None:
    explorable.press(explorable.forward)
    explorable.press(explorable.forward)
    for control in explorable.controls():
        before = explorable.picture
        control.focus()
        explorable.region.page.keyboard.press("ArrowRight")
        assert explorable.picture != before, control.evaluate("(input) => input.parentElement.innerText")
    before = explorable.picture
    if explorable.button("Run again").count():
        explorable.press("Run again")
        assert explorable.picture != before


def test_the_tab_key_comes_to_every_button_and_slider(explorable: Explorable) -> None:
    wanted = explorable.region.locator("button, summary, input[type=range], input:checked")
    explorable.region.evaluate(
        "(all) => { seen = new Set(); all.addEventListener('focusin', (e) => seen.add(e.target)) }"
    )
    wanted.first.focus()
    for _ in range(wanted.count()):
        explorable.region.page.keyboard.press("Tab")
    assert explorable.region.evaluate("() => seen.size") == wanted.count()


@pytest.mark.parametrize("kind", CHAPTERS)
def test_there_is_a_picture_where_scripts_are_off(kind: str, server: Server, visit: Any) -> None:
    with visit(address(server, kind), scripts=False) as visited:
        box = visited.page.locator(f"figure.explorable[data-kind={kind}] > .explorable-picture").bounding_box()
    assert box["width"] > 300
    assert box["height"] > 100


@pytest.mark.parametrize("kind", CHAPTERS)
def test_there_is_one_picture_on_paper(kind: str, server: Server, visit: Any) -> None:
    with visit(address(server, kind)) as visited:
        visited.page.emulate_media(media="print")
        figure = visited.page.locator(f"figure.explorable[data-kind={kind}]")
        assert figure.locator("> .explorable-picture").is_visible()
        assert not figure.locator("button").first.is_visible()


def test_an_explorable_of_each_kind_is_somewhere_and_they_come_alive_from_a_file(built: Path, visit: Any) -> None:
    for kind, chapter in CHAPTERS.items():
        with visit((built / "notebooks" / f"{chapter}.html").as_uri()) as visited:
            assert visited.page.locator(f"figure.explorable[data-kind={kind}].live").count() == 1
            assert explorable_figures.asleep(visited.page) == []
        assert visited.complaints == []
