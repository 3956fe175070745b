"""Questions that the reader answers before the course does, and the answers beside what the reader guessed.

A guess is kept in the reader's browser (localStorage) and sent nowhere. Each card brings its own style and script, so
that it works in the published page, from a file and in Jupyter. In Colab, where every output is a frame of its own, it
says that the guess is not kept. Without scripts the question, its options and the answer can still be read.
The script is bundle.js, which `make bundles` makes of the JavaScript here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from . import asked
from .card import Card

SURE = ("only a hunch", "fairly sure", "ready to bet")
NOTE = "Note your guess down: without scripts nothing can be kept here."  # ask.js puts another in its place


def number(
    key: str,
    question: str,
    *,
    low: float,
    high: float,
    step: float,
    unit: str,
    sure: bool = True,
) -> Card:
    """Ask for a number from `low` to `high` in steps of `step`; `unit` stands after it ("%", "months").

    `key` names the guess in all chapters; `sure` adds how sure one is. The slider starts in the middle.
    Raises ValueError if the key, the question, the range or the step is no good, TypeError for what is no number, no
    text and no truth value.
    """
    asked.yes_or_no(sure, "sure")
    asked.text(unit, "unit")
    low, high, step = (asked.number(value, name) for name, value in (("low", low), ("high", high), ("step", step)))
    if not low < high:
        raise ValueError(f"low must be less than high, got low = {low:g} and high = {high:g}")
    if not 0 < step <= high - low:
        raise ValueError(f"step must be positive and at most high - low = {high - low:g}, got {step:g}")
    middle = low + step * round((high - low) / step / 2)
    first, start, last = (_in_words(value, unit) for value in (low, middle, high))
    control = (
        f'<output for="guess-{key}-range" aria-hidden="true" hidden>{escape(start)}</output>'
        f'<input type="range" id="guess-{key}-range" min="{low:g}" max="{high:g}" step="{step:g}" value="{middle:g}" '
        f'aria-label="Your guess" aria-valuetext="{escape(start)}">'
        f'<div class="guess-ends" aria-hidden="true"><span>{escape(first)}</span><span>{escape(last)}</span></div>'
    )
    return _question(key, question, control, f"from {first} to {last}", unit=unit, sure=sure)


def choice(key: str, question: str, options: Sequence[str], *, sure: bool = True) -> Card:
    """Ask for one of `options`. `key` names the guess in all chapters; `sure` adds how sure one is.

    Raises ValueError if the key or the question is no good or there are not two different options at least, TypeError
    for what is no text and no truth value.
    """
    asked.yes_or_no(sure, "sure")
    options = asked.texts(options, "options")
    if len(options) < 2 or len(set(options)) < len(options) or not all(option.strip() for option in options):
        raise ValueError(f"options must be two or more different texts, got {list(options)}")
    return _question(
        key,
        question,
        _radios(f"guess-{key}-option", options),
        "; ".join(options),
        sure=sure,
    )


def recall(key: str, answer: str) -> Card:
    """Show what the reader guessed and then `answer`, plain text: at once if there is a guess, else behind a button.

    Raises ValueError if the key is no good or the answer is empty, TypeError for what is no text.
    """
    _checked(key, answer=answer)
    body = (
        '<p class="guess-status" role="status"></p>'
        '<p class="guess-invitation">Guess first, in the warm-up, or look at once.</p>'
        f'<details><summary>The answer</summary><p class="guess-answer">{escape(answer)}</p></details>'
    )
    return _card(answer, body, f'data-recall="{key}"')


def _question(key: str, question: str, control: str, choices: str, *, unit: str = "", sure: bool) -> Card:
    _checked(key, question=question)
    how_sure = f'<div class="guess-sure">{_radios(f"guess-{key}-sure", SURE)}</div>'
    body = (
        f"<fieldset><legend>{escape(question)}</legend>{control}"
        + (f"<fieldset><legend>How sure are you?</legend>{how_sure}</fieldset>" if sure else "")
        + '<div class="guess-buttons" hidden><button type="button" class="guess-keep">Keep my guess</button>'
        '<button type="button" class="guess-forget" hidden>Forget it</button></div></fieldset>'
        f'<p class="guess-status" role="status"></p><p class="guess-note">{NOTE}</p>'
    )
    return _card(
        f"{question} ({choices})",
        body,
        f'id="guess-{key}" data-guess="{key}" data-unit="{escape(unit)}"',
    )


def _card(text: str, body: str, attributes: str) -> Card:
    style, script = _read("guesses.css"), _read("bundle.js")
    return Card(text, f'<div class="guess" {attributes}><style>{style}</style>{body}</div>\n<script>{script}</script>')


def _radios(name: str, options: Sequence[str]) -> str:
    return "".join(
        f'<label><input type="radio" name="{name}" value="{escape(option)}"><span>{escape(option)}</span></label>'
        for option in options
    )


def _in_words(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value:,g}%"
    return f"{value:,g} {unit.removesuffix('s') if value == 1 else unit}".strip()


def _checked(key: str, **texts: str) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", asked.text(key, "key")):
        raise ValueError(f"a key must be lower-case words joined by hyphens, got {key!r}")
    for name, text in texts.items():
        if not asked.text(text, name).strip():
            raise ValueError(f"a guess needs its {name}, got {text!r}")


@cache
def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
