"""A guess is kept in the browser and nowhere else, and shown again beside the answer. Skipped without a browser."""

from __future__ import annotations

from typing import Any

import pytest
from cards import opened


def test_a_guess_made_by_keyboard_alone_is_kept_and_shown_beside_the_answer(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    card = page.locator("#guess-share")
    assert card.locator("output").inner_text() == "50%"
    page.keyboard.press("Tab")
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    assert card.locator("output").inner_text() == "40%"
    assert card.locator("input[type=range]").get_attribute("aria-valuetext") == "40%"
    for key in ["Tab", "Space", "ArrowDown", "Tab", "Enter"]:
        page.keyboard.press(key)
    assert card.get_by_role("status").inner_text() == "Kept: 40%, fairly sure."

    page.goto(f"{site}/02-later.html")
    page.get_by_text("You guessed 40%, fairly sure.").wait_for()
    assert page.get_by_text("16%").is_visible()

    page.goto(f"{site}/01-warm-up.html")
    again = page.locator("#guess-share")
    assert again.locator("output").inner_text() == "40%"
    assert again.get_by_label("fairly sure").is_checked()


def test_whoever_has_not_guessed_is_shown_the_way_and_may_look_at_once(context: Any, site: str) -> None:
    page = opened(context, f"{site}/02-later.html")
    fate = page.locator("[data-recall=fate]")
    assert fate.get_by_text("It stops.").is_hidden()
    fate.get_by_text("The answer").click()
    assert fate.get_by_text("It stops.").is_visible()
    fate.get_by_role("link", name="Guess first, in the warm-up").click()
    assert page.url == f"{site}/01-warm-up.html#guess-fate"


def test_an_answer_must_be_picked_and_can_be_forgotten_and_other_tabs_hear_of_it(context: Any, site: str) -> None:
    later, page = opened(context, f"{site}/02-later.html"), opened(context, f"{site}/01-warm-up.html")
    card = page.locator("#guess-fate")
    card.get_by_role("button", name="Keep my guess").click()
    assert card.get_by_role("status").inner_text() == "Pick an answer first."
    assert card.get_by_role("button", name="Forget it").is_hidden()
    card.get_by_label("It goes on").check()
    card.get_by_role("button", name="Keep my guess").click()
    later.get_by_text("You guessed “It goes on”.").wait_for()
    card.get_by_role("button", name="Forget it").click()
    assert card.get_by_role("status").inner_text() == "Forgotten."
    assert page.evaluate("localStorage.length") == 0
    later.get_by_text("You guessed").wait_for(state="hidden")


def test_any_number_of_cards_on_a_page_keep_a_guess_once(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    page.evaluate("window.kept = 0; addEventListener('model-collapse-guess-kept', () => window.kept++)")
    page.locator("#guess-share .guess-keep").click()
    assert page.evaluate("window.kept") == 1


def test_without_scripts_the_question_and_the_answer_can_be_read(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, f"{site}/01-warm-up.html")
    assert page.get_by_text("What happens?").is_visible() and page.get_by_text("It goes on").is_visible()
    assert page.get_by_text("Note your guess down").first.is_visible()
    assert page.locator(".guess-keep").first.is_hidden()
    page.goto(f"{site}/02-later.html")
    page.get_by_text("The answer").first.click()
    assert page.get_by_text("16%").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_take_the_colour_of_their_page_fit_a_phone_and_show_the_focus(
    context: Any, site: str, scheme: str
) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    colours = "[...document.querySelectorAll('.guess :not(style, script)')].map(e => getComputedStyle(e).color)"
    assert set(page.evaluate(colours)) == {page.evaluate("getComputedStyle(document.body).color")}
    for _ in range(4):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(s => s.outlineStyle + ' ' + s.outlineWidth)(getComputedStyle(document.activeElement))"
        )
        assert outline == "solid 3px"
