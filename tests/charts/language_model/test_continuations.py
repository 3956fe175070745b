"""What one run writes after a prompt: the controls choose the text, the width its lines."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, spec, svg

from collapse_lib import charts
from collapse_lib.charts.style import POLICIES

KEYS = ["policy", "generation", "beginning", "layout"]
TABLE = pd.DataFrame(product(POLICIES, [0, 1], ["The gull", "A hen"], ["narrow", "wide"]), columns=KEYS)
TABLE = TABLE.assign(line=0, text=[" ".join(map(str, row)) for row in TABLE.itertuples(index=False)])


def test_the_text_of_the_chosen_generation_and_prompt_is_the_only_one_shown() -> None:
    chart = charts.language_model.continuations.continuations(TABLE, **WORDS)
    shown = svg(chart, continued=1, continued_from="A hen")
    assert [text for text in TABLE["text"] if f">{text}</text>" in shown] == ["replace 1 A hen wide"]


def test_it_is_as_tall_as_its_longest_text() -> None:
    heights = [
        spec(charts.language_model.continuations.continuations(TABLE.assign(line=n), **WORDS))["height"] for n in (0, 9)
    ]
    assert heights[1] - heights[0] == 9 * 22
