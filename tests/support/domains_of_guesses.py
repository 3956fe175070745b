"""The domains of `guesses`."""

from __future__ import annotations

from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_TEXTS
from values import not_between

from collapse_lib import guesses
from collapse_lib.guesses import Card

KEYS = st.sampled_from(["a", "rare-words", "0", "share-2"])
NO_KEYS = NO_TEXTS | st.sampled_from(["", " ", "A", "two words", "-a", "a-", 'a"', "a--b", "é", "a\n"])
QUESTIONS = st.sampled_from(["Which?", 'How <many> & "why"?', "é", "{x}"])
EMPTY = NO_TEXTS | st.sampled_from(["", " ", "\n"])
NO_SWITCHES = st.sampled_from([None, 0, 1, "yes", [True]])
RANGES = st.integers(-1_000, 1_000).flatmap(
    lambda low: st.integers(1, 1_000).flatmap(
        lambda reach: arguments(
            key=KEYS,
            question=QUESTIONS,
            low=st.just(low),
            high=st.just(low + reach),
            step=st.floats(reach / 100, reach),
            unit=st.sampled_from(["%", "", "months", "<b>"]),
            sure=st.booleans(),
        )
    )
)
OPTIONS = st.lists(st.sampled_from(["a", "b <c>", "é", "10"]), min_size=2, unique=True)


def asks(found, key, question, sure, **_):
    assert question in found.text and found.html.count("<script>") == 1 and f'data-guess="{key}"' in found.html
    assert ("How sure are you?" in found.html) == sure and "<many>" not in found.html and "<c>" not in found.html


def tells(found, key, answer):
    assert found.text == answer and f'data-recall="{key}"' in found.html and "<many>" not in found.html


ROOM = guesses
NO_QUESTION = {"key": NO_KEYS, "question": EMPTY, "sure": NO_SWITCHES}
UNTRIED = dict.fromkeys(("text", "texts", "yes_or_no"), "asked by the questions, and tried through them")
TABLE = {
    "Card": Border(
        Card,
        arguments(text=QUESTIONS, html=QUESTIONS),
        lambda found, text, html: None,
        {"text": NO_TEXTS, "html": NO_TEXTS},
    ),
    "number": Border(
        guesses.number,
        RANGES,
        asks,
        {
            **NO_QUESTION,
            **dict.fromkeys(("low", "high"), not_between()),
            "step": not_between(0) | st.sampled_from([0, 1e9]),
            "unit": NO_TEXTS,
        },
        apart=st.sampled_from([{"low": 1, "high": 1}, {"low": 2, "high": 1}, {"low": 0, "high": 1, "step": 2}]),
    ),
    "choice": Border(
        guesses.choice,
        arguments(key=KEYS, question=QUESTIONS, options=OPTIONS, sure=st.booleans()),
        asks,
        {
            **NO_QUESTION,
            "options": st.sampled_from(
                [None, [], ["a"], "ab", 3, ["a", "a"], ["a", " "], ["a", None], [1, 2], {"a": "b"}, [["a"], ["b"]]]
            ),
        },
    ),
    "recall": Border(guesses.recall, arguments(key=KEYS, answer=QUESTIONS), tells, {"key": NO_KEYS, "answer": EMPTY}),
}
