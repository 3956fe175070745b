"""The wall plays once by itself, if the reader has not asked for less motion, and interrupts nobody."""

from __future__ import annotations

import pytest
from hosted import heard, step

from collapse_lib import explorables


def test_the_wall_plays_once_by_itself_and_interrupts_nobody(opened):
    page = opened("wall")
    before = heard(page)
    page.wait_for_function("document.querySelector('.xp').dataset.step === '10'")
    page.wait_for_function("!('playing' in document.querySelector('.xp').dataset)")
    assert heard(page) == before
    left, all_of_them = page.locator(".xp-words .here").count(), page.locator(".xp-words span").count()
    assert f"{left} of the {all_of_them} words are left" in page.locator(".xp-caption").inner_text()
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


def test_a_wall_without_a_rare_word_is_refused():
    with pytest.raises(ValueError, match=r"needs a word that stands in the bag once, got \{'the': 2\}"):
        explorables.word_wall({"the": 2})
