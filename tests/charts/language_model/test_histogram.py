"""How surprised the first model is: bars of the chosen generation, the first one's outline, and the middle in words."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts
from collapse_lib.charts.style import POLICIES

RUNS = pd.DataFrame(product(POLICIES, ["T = 0.9", "T = 1"], [0, 1]), columns=["policy", "decoding", "generation"])
BINS = pd.DataFrame({"low": [1.0, 10.0], "high": [10.0, 100.0], "first": [0.5, 0.5]})


def test_each_bin_of_the_chosen_generation_is_a_bar_and_its_median_is_told() -> None:
    table = RUNS.merge(BINS.assign(share=[0.8, 0.2]), how="cross")
    chart = charts.language_model.histogram.histogram(
        table, RUNS.assign(median=30.0 + RUNS["generation"], tail_share=0.02), **WORDS
    )
    first, second = (svg(chart, scored=generation) for generation in (0, 1))
    assert marks(first, "bar") == marks(second, "bar") == 2
    assert "half lie below 30.0" in first and "half lie below 31.0" in second
    assert "far tail: 2.0%" in second
