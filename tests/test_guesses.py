"""A guess is asked for, kept in the browser and nowhere else, and shown again beside the answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from collapse_lib import guesses

ROOT = Path(__file__).parents[1]

HEAD = """<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><style>
body { background: #fff; color: #222 } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
</style>"""

SHARE = guesses.number("share", "What share is left?", low=0, high=100, step=1, unit="%")
FATE = guesses.choice("fate", "What happens?", ["It goes on", "It stops"])


def test_a_question_reads_in_plain_text_where_no_html_is_shown() -> None:
    assert repr(SHARE) == "What share is left? (from 0% to 100%)"
    assert repr(FATE) == "What happens? (It goes on; It stops)"
    assert repr(guesses.recall("fate", "It stops.")) == "It stops."


def test_a_number_is_told_with_its_unit_and_one_of_it_is_singular() -> None:
    months = guesses.number("months", "When?", low=1, high=1200, step=1, unit="months")
    assert repr(months) == "When? (from 1 month to 1,200 months)"


def test_the_slider_starts_in_the_middle_on_a_step() -> None:
    html = guesses.number("half-life", "When?", low=0, high=7, step=2, unit="")._repr_html_()
    assert 'min="0" max="7" step="2" value="4"' in html


def test_how_sure_one_is_can_be_left_out() -> None:
    assert "How sure are you?" in FATE._repr_html_()
    assert "How sure are you?" not in guesses.choice("fate", "Which?", ["a", "b"], sure=False)._repr_html_()


def test_text_cannot_break_out_of_the_card() -> None:
    html = guesses.choice("fate", "<b>?", ['"x"', "a & b"])._repr_html_() + guesses.recall("fate", "<i>")._repr_html_()
    assert "<b>" not in html and "<i>" not in html
    assert 'value="&quot;x&quot;"' in html and "a &amp; b" in html


@pytest.mark.parametrize("key", ["", "Two Words", "a_b", "-a", 'x" onclick="'])
def test_a_key_that_cannot_name_a_guess_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=f"lower-case words joined by hyphens, got {re.escape(repr(key))}"):
        guesses.choice(key, "Which?", ["a", "b"])
    with pytest.raises(ValueError, match="lower-case words joined by hyphens"):
        guesses.recall(key, "b")


@pytest.mark.parametrize(
    ("low", "high", "step", "said"),
    [
        (5, 5, 1, "low must be less than high, got low = 5 and high = 5"),
        (5, 1, 1, "low must be less than high, got low = 5 and high = 1"),
        (0, float("nan"), 1, "low must be less than high, got low = 0 and high = nan"),
        (0, 10, 0, "step must be positive and at most high - low = 10, got 0"),
        (0, 10, 11, "step must be positive and at most high - low = 10, got 11"),
    ],
)
def test_a_range_that_is_none_is_refused(low: float, high: float, step: float, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        guesses.number("share", "What share?", low=low, high=high, step=step, unit="%")


@pytest.mark.parametrize("options", [[], ["only"], ["twice", "twice"], ["one", " "]])
def test_options_that_leave_no_choice_are_refused(options: list[str]) -> None:
    with pytest.raises(ValueError, match=f"two or more different texts, got {re.escape(repr(options))}"):
        guesses.choice("fate", "Which?", options)


def test_a_text_is_no_list_of_options() -> None:
    with pytest.raises(TypeError, match="options must be a sequence of texts, got the text 'yes'"):
        guesses.choice("fate", "Which?", "yes")


def test_questions_and_answers_must_say_something() -> None:
    with pytest.raises(ValueError, match="a guess needs its question, got ' '"):
        guesses.choice("fate", " ", ["a", "b"])
    with pytest.raises(ValueError, match="a guess needs its answer, got ''"):
        guesses.recall("fate", "")


def test_asking_costs_nothing_but_the_standard_library() -> None:
    probe = "import sys, collapse_lib.guesses; print({'numpy', 'pandas', 'altair', 'IPython'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_page_asks_for_a_guess_once_and_every_recall_has_its_question() -> None:
    asked, recalled = set(), set()
    for notebook in (ROOT / "notebooks").glob("0*.ipynb"):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        code = "".join("".join(cell["source"]) + "\n" for cell in cells if cell["cell_type"] == "code")
        here = re.findall(r"guesses\.(?:number|choice)\(\s*\"([^\"]+)\"", code)
        assert sorted(here) == sorted(set(here)), notebook.name
        asked |= set(here)
        recalled |= set(re.findall(r"guesses\.recall\(\s*\"([^\"]+)\"", code))
    assert recalled <= asked


@pytest.fixture
def site(tmp_path: Path) -> str:
    """Two pages as a folder of files: the questions, and a later page with the answers. Return their address."""
    pages = {
        "01-warm-up": [SHARE, FATE],
        "02-later": [guesses.recall("share", "16%"), guesses.recall("fate", "It stops.")],
    }
    for name, cards in pages.items():
        body = "".join(card._repr_html_() for card in cards)
        (tmp_path / f"{name}.html").write_text(HEAD + body, encoding="utf-8")
    return tmp_path.as_uri()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(60_000)  # a busy machine may take its time
    yield context
    context.close()


def opened(context: Any, address: str) -> Any:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"the page raised {error}"))
    page.goto(address)
    return page


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

    later = opened(context, f"{site}/02-later.html")
    later.get_by_text("You guessed 40%, fairly sure.").wait_for()  # browsers hand storage on a moment later
    assert later.get_by_text("16%").is_visible()

    again = opened(context, f"{site}/01-warm-up.html").locator("#guess-share")
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


@pytest.mark.parametrize(
    "where",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('SecurityError') } })",
        "window.google = { colab: {} }",
    ],
)
def test_where_nothing_can_be_kept_it_says_so(context: Any, site: str, where: str) -> None:
    context.add_init_script(where)
    page = opened(context, f"{site}/01-warm-up.html")
    page.locator("#guess-share .guess-keep").click()
    said = page.locator("#guess-share").get_by_role("status").inner_text()
    assert said == "Your guess: 50%. It cannot be kept here, so note it down."


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
