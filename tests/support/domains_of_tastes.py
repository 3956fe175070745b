"""The domains of `experiments.tastes`."""

from __future__ import annotations

from domains import Border, arguments
from hypothesis import strategies as st
from values import MANY, NOT_SHARES

from collapse_lib.experiments import tastes
from collapse_lib.models.decoding import Decoding


def between_one_word_and_all(found, taste, kept):
    assert 1 <= found <= len(tastes.word_shares()) + 1e-9


ROOM = tastes
UNTRIED = dict.fromkeys(("word_shares", "survey", "real_words"), "it takes nothing: its examples")
TABLE = {
    "words_written": Border(
        tastes.words_written,
        arguments(taste=st.sampled_from(tastes.TASTES), kept=st.sampled_from([0.2, 0.5, 1.0])),
        between_one_word_and_all,
        {
            "taste": st.sampled_from([None, 0.9, "T = 0.9", Decoding, Decoding(repetition_penalty=1.2)]),
            "kept": NOT_SHARES | MANY,
        },
    ),
}
