"""What a language model says: the sentences of the chosen generation, and the words that no run says any more."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib.charts.language_model import sentences
from collapse_lib.charts.style import POLICIES


def test_the_six_sentences_of_the_chosen_generation_are_shown() -> None:
    keys = ["policy", "generation", "beginning", "place"]
    table = pd.DataFrame(product(POLICIES, [0, 1], ["anything"], range(6)), columns=keys)
    said = "gull " + table["generation"].astype(str) + table["place"].astype(str)
    table = table.assign(narrow=said, wide=said, allowed=True, different=0.25, possible=0.5, grammatical=0.5)
    shown = svg(sentences.sentences(table, written=4_000, **WORDS), read=1)
    assert all(f">gull 1{place}</text>" in shown for place in range(6))
    assert ">gull 00</text>" not in shown
    assert "25% of its" in shown and "50% are sentences of the language" in shown


def test_words_that_no_run_says_are_counted() -> None:
    table = pd.DataFrame({"word": ["the", "gull", "quince", "orrery"], "expected": [900, 3, 1, 1]})
    table = table.assign(**{policy: [[5, 5], [5, 1], [4, 0], [3, 0]] for policy in POLICIES})
    before, after = (
        svg(sentences.words(table, list(POLICIES), written=4_000, **WORDS), said=generation) for generation in (0, 1)
    )
    assert marks(before, "circle") == marks(after, "circle") == 4
    assert "0 of 4 words said in no run" in before and "2 of 4 words said in no run" in after
