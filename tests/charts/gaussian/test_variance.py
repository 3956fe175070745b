"""The chart of the variance: its slider chooses the number of samples, and the half-life is told."""

from __future__ import annotations

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts

TABLE = pd.DataFrame({"samples": [10] * 2 + [20] * 3, "generation": [0, 1, 0, 1, 2], "simulated": 0.9, "law": 0.9})


def test_the_slider_shows_the_dots_and_the_half_life_of_its_number_of_samples() -> None:
    table = TABLE.assign(half_life=TABLE["samples"].map({10: 6.2, 20: 13.1}))
    chart = charts.gaussian.variance.variance(table, [10, 20], start=10, **WORDS)
    few, many = (svg(chart, samples=samples) for samples in (10, 20))
    assert (marks(few, "circle"), marks(many, "circle")) == (2, 3)
    assert "half gone after 6<" in few and "half gone after 13<" in many
