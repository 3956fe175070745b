"""An explorable in a bare page, as Jupyter and Colab host it, worked by keyboard alone. Skipped without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import explorable_pictures
import pytest
from javascript import KINDS

from collapse_lib import widgets

IN_CHAPTERS = [kind for kind in KINDS if kind != "wall"]
MARKED = "document.activeElement.textContent"
every_kind = pytest.mark.parametrize("kind", KINDS)
in_chapters = pytest.mark.parametrize("kind", IN_CHAPTERS)


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    """Return a function that shows an explorable in a page of its own; no page may have complained in the end."""
    pages, complaints = [], []

    def show(kind: str, **settings: Any) -> Any:
        page = browser.new_page(**settings)
        pages.append(page)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.set_content(explorable_pictures.page_of(explorable(kind)))
        return page

    yield show
    for page in pages:
        page.close()
    assert complaints == []


def explorable(kind: str) -> widgets.Explorable:
    return next(shown for shown in explorable_pictures.shown() if shown.kind == kind)


def reach(page: Any, words: str) -> None:
    """Press Tab until the button with these words has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(MARKED).startswith(words):
            return
    raise AssertionError(f"no button {words!r} is reached by keyboard")


def step(page: Any) -> int:
    return int(page.locator(".xp").get_attribute("data-step"))


def heard(page: Any) -> str:
    return page.locator("[aria-live=polite]").inner_text()


@in_chapters
def test_it_steps_forward_and_back_and_starts_over(opened, kind):
    page = opened(kind)
    first = heard(page)
    page.locator(".xp-first").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert step(page) > 1
    assert heard(page) != first
    forward = step(page)
    reach(page, "Back")
    page.keyboard.press("Space")
    assert 0 < step(page) < forward
    reach(page, "Start over")
    page.keyboard.press("Enter")
    assert (step(page), heard(page)) == (0, first)


@in_chapters
def test_it_plays_pauses_and_stops_by_itself(opened, kind):
    page = opened(kind)
    at = page.locator(".xp > .xp-slider input")
    reach(page, "Play")
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    assert step(page) >= 1
    assert page.evaluate(MARKED) == "Play"
    at.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    last = step(page) + 1
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("!('playing' in document.querySelector('.xp').dataset)")
    assert step(page) == last
    assert page.evaluate(MARKED) == "Play"


@in_chapters
def test_the_arrow_keys_move_its_slider_and_its_choices(opened, kind):
    page = opened(kind)
    page.locator(".xp > .xp-slider input").focus()
    page.keyboard.press("End")
    before = heard(page)
    page.locator("input[type=radio]:checked").first.focus()
    page.keyboard.press("ArrowRight")
    assert heard(page) != before


@pytest.mark.parametrize("kind", ["telephone", "lineages"])
def test_it_runs_again_otherwise_and_the_same_seed_goes_the_same_way(opened, kind):
    said = []
    for _ in range(2):
        page = opened(kind)
        page.locator(".xp > .xp-slider input").focus()
        page.keyboard.press("End")
        said.append(heard(page))
        page.get_by_role("button", name="Run again").focus()
        page.keyboard.press("Enter")
        said.append(heard(page))
    assert said[0] != said[1]
    assert said[:2] == said[2:]


@every_kind
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_is_no_wider_than_the_page_and_its_targets_are_large_enough(opened, kind, width):
    page = opened(kind, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    targets = page.locator(".xp :is(button, input, summary)").all()
    assert all(min(box["width"], box["height"]) >= 24 for box in (target.bounding_box() for target in targets))


@every_kind
def test_nothing_moves_smoothly_for_whoever_asked_for_less_motion(opened, kind):
    page = opened(kind, reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    moving = page.evaluate("document.getAnimations().length")
    assert moving == 0


def test_the_wall_plays_once_by_itself_and_interrupts_nobody(opened):
    page = opened("wall")
    before = heard(page)
    page.wait_for_function("document.querySelector('.xp').dataset.step === '10'")
    page.wait_for_function("!('playing' in document.querySelector('.xp').dataset)")
    assert heard(page) == before
    left, all_of_them = page.locator(".xp-words .here").count(), page.locator(".xp-words span").count()
    assert f"{left} of the {all_of_them} words are left" in page.locator(".xp-says").inner_text()
    page.wait_for_timeout(1000)
    assert step(page) == 10


def test_the_wall_waits_for_whoever_asked_for_less_motion(opened):
    page = opened("wall", reduced_motion="reduce")
    page.wait_for_timeout(1500)
    assert step(page) == 0
    page.get_by_role("button", name="Next copy").press("Enter")
    assert step(page) == 1
    assert "Copy 1" in heard(page)


def test_the_wall_is_the_readers_once_a_key_is_pressed_and_another_run_differs(opened):
    page = opened("wall")
    page.wait_for_function("document.querySelector('.xp').dataset.step > 1")
    page.get_by_role("button", name="Pause").press("Space")
    paused = step(page)
    page.wait_for_timeout(1000)
    assert step(page) == paused
    names = "(words) => words.map((word) => word.textContent)"
    kept = page.locator(".xp-words .here").evaluate_all(names)
    page.get_by_role("button", name="Run again").press("Enter")
    assert page.locator(".xp-words .here").evaluate_all(names) != kept
    assert "run 2" in heard(page)
