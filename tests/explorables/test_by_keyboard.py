"""An explorable in a bare page, as Jupyter and Colab host it, worked by keyboard alone. Skipped without a browser."""

from __future__ import annotations

import pytest
from hosted import MARKED, heard, reach, step
from shown import CHAPTERS

from collapse_lib.explorables import KINDS, assets

every_kind = pytest.mark.parametrize("kind", KINDS)
in_chapters = pytest.mark.parametrize("kind", CHAPTERS)
that_run_again = pytest.mark.parametrize("kind", [kind for kind in CHAPTERS if "Run again" in assets.module(kind)])


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
    said = [heard(page)]
    page.keyboard.press("End")
    said.append(heard(page))
    for choice in page.locator(".xp-controls :is(input[type=radio]:checked, input[type=range])").all()[:1]:
        choice.focus()
        page.keyboard.press("ArrowRight")
        said.append(heard(page))
    assert len(set(said)) == len(said)


@that_run_again
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
