"""What a browser keeps is believed only if it is a guess, and where it keeps nothing the card says that and no more."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cards import opened

STORE = "model-collapse-guess:"
SHARE = {"value": 40, "words": "40%", "sure": "fairly sure"}
KEPT = "Your guess stays in this browser. It is sent nowhere."
NOT_KEPT = "Your guess cannot be kept in this browser. Note it down."
THROWS = "{ throw new DOMException('no') }"
# A browser that refuses at the first, the second or the third step; one without a store; one that forgets at once.
REFUSALS = {
    "all cookies are blocked": f"Object.defineProperty(window, 'localStorage', {{ get() {THROWS} }})",
    "there is no store": "Object.defineProperty(window, 'localStorage', { value: null })",
    "the store is undefined": "Object.defineProperty(window, 'localStorage', { value: undefined })",
    "nothing may be read": f"Storage.prototype.getItem = () => {THROWS}",
    "nothing may be written": f"Storage.prototype.setItem = () => {THROWS}",
    "what is written is lost": "Storage.prototype.setItem = () => {}",
}
COLAB = "window.google = { colab: {} }"
POISONS = [
    *("", " ", "{", "undefined", "NaN", "null", "true", "7", '"text"', "[]", "[[[]]]", "{}", "[1, 2, 3]", "\ud800"),
    *(json.dumps({**SHARE, "sure": sure}) for sure in (None, 7, True, [], {}, {"toString": 1}, "x" * 10**6)),
    *(json.dumps({**SHARE, "words": words}) for words in (None, 7, [], {"toString": 1}, "", " ", "x" * 10**6)),
    *(json.dumps({**SHARE, "value": value}) for value in (None, True, [], {"toString": 1}, "x" * 10**6)),
    *(json.dumps({name: SHARE[name] for name in SHARE if name != gone}) for gone in SHARE),
    '{"value": 1e999, "words": "40%", "sure": ""}',
    '{"__proto__": {"value": 40, "words": "40%", "sure": ""}}',
    '{"constructor": {"prototype": {"words": "40%"}}, "words": {"__proto__": "40%"}}',
    "[" * 10_000 + "]" * 10_000,
    "x" * 4 * 10**6,
]


def reopened(page: Any, kept: str, card: str = "share") -> Any:
    """Return the page, opened again with something in its store."""
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [STORE + card, kept])
    page.reload()
    return page


def said(page: Any, card: str) -> str:
    return page.locator(card).locator(".guess-status").text_content()  # what is empty has no role


def test_what_is_no_guess_is_ignored_and_stops_no_card(context: Any, site: str) -> None:
    page, later = opened(context, f"{site}/01-warm-up.html"), opened(context, f"{site}/02-later.html")
    for kept in POISONS:
        reopened(page, kept)
        assert (kept, said(page, "#guess-share"), page.locator("output").inner_text()) == (kept, "", "50%")
        assert page.locator(".guess-keep:visible").count() == 2
        assert said(reopened(later, kept), "[data-recall=share]") == ""
        assert later.get_by_role("link", name="Guess first, in the warm-up").count() == 2


def test_the_next_guess_takes_the_place_of_what_is_no_guess(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    reopened(page, json.dumps({**SHARE, "sure": {"toString": 1}}))
    page.locator("#guess-share .guess-keep").click()
    page.reload()
    assert said(page, "#guess-share") == "Kept: 50%."


@pytest.mark.parametrize(
    ("card", "kept"),
    [
        ("share", {"value": 101, "words": "101%", "sure": ""}),
        ("share", {"value": -1, "words": "-1%", "sure": ""}),
        ("share", {"value": "40", "words": "40%", "sure": ""}),
        ("fate", {"value": "It explodes", "words": "“It explodes”", "sure": ""}),
        ("fate", {"value": 40, "words": "40%", "sure": ""}),
    ],
)
def test_a_guess_at_another_question_than_the_card_asks_now_is_none(
    context: Any, site: str, card: str, kept: dict[str, Any]
) -> None:
    page = reopened(opened(context, f"{site}/01-warm-up.html"), json.dumps(kept), card)
    assert said(page, f"#guess-{card}") == ""
    assert page.locator(f"#guess-{card} .guess-forget").is_hidden()


def test_a_word_for_how_sure_one_is_that_the_card_no_longer_has_is_left_out(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    reopened(page, json.dumps({**SHARE, "sure": "as sure as eggs"}))
    assert said(page, "#guess-share") == "Kept: 40%."


def test_another_tab_that_keeps_no_guess_is_not_believed(context: Any, site: str) -> None:
    page, later = opened(context, f"{site}/01-warm-up.html"), opened(context, f"{site}/02-later.html")
    page.locator("#guess-share .guess-keep").click()
    later.get_by_text("You guessed 50%.").wait_for()
    page.evaluate("(key) => localStorage.setItem(key, '{}')", f"{STORE}share")
    later.get_by_text("You guessed").wait_for(state="hidden")


def test_where_a_guess_can_be_kept_the_card_says_so_and_the_trial_leaves_nothing(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    assert page.locator("#guess-share .guess-note").inner_text() == KEPT
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_where_nothing_can_be_kept_the_card_says_so_and_nothing_else(context: Any, site: str, refusal: str) -> None:
    context.add_init_script(refusal)
    page = opened(context, f"{site}/01-warm-up.html")
    card = page.locator("#guess-share")
    assert card.locator(".guess-note").inner_text() == NOT_KEPT
    card.locator(".guess-keep").click()
    assert (said(page, "#guess-share"), card.locator(".guess-note").inner_text()) == ("Your guess: 50%.", NOT_KEPT)
    assert card.locator(".guess-forget").is_hidden()


def test_where_the_store_is_full_by_the_time_of_the_guess_the_card_says_so(context: Any, site: str) -> None:
    page = opened(context, f"{site}/01-warm-up.html")
    page.evaluate(f"() => {{ {REFUSALS['nothing may be written']} }}")
    page.locator("#guess-share .guess-keep").click()
    assert said(page, "#guess-share") == "Your guess: 50%."
    assert page.locator("#guess-share .guess-note").inner_text() == NOT_KEPT


def test_in_colab_the_card_says_why_nothing_is_kept(context: Any, site: str) -> None:
    context.add_init_script(COLAB)
    page = opened(context, f"{site}/01-warm-up.html")
    page.locator("#guess-share .guess-keep").click()
    assert said(page, "#guess-share") == "Your guess: 50%."
    assert "Colab gives each output a frame of its own" in page.locator("#guess-share .guess-note").inner_text()
