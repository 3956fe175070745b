"""A guess is asked for in words that can be read everywhere, and what is no question is refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cards import FATE, SHARE

from collapse_lib import guesses

ROOT = Path(__file__).parents[2]


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
        (0, float("nan"), 1, "high must be a finite number, got nan"),
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
    with pytest.raises(TypeError, match="options must be a list of texts, got 'yes'"):
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
