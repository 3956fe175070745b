"""The charts of the distance to the truth: the average and the typical lineage by name, and three policies."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts
from collapse_lib.charts.gaussian.distance import POLICIES

NAMES = ["average: theory", "average: simulated", "typical lineage"]


def test_theory_the_average_and_the_typical_lineage_are_lines_that_bear_their_names() -> None:
    columns = {"exact": [0.02, 0.2, 2], "mean": [0.02, 0.2, 1], "median": 0.1, "q1": 0.05, "q3": 0.2}
    picture = svg(
        charts.gaussian.distance.average_and_typical(pd.DataFrame({"generation": [1, 10, 100], **columns}), **WORDS)
    )
    assert marks(picture, "line mark") == 3
    assert all(f">{name}</text>" in picture for name in NAMES)


def test_the_buttons_choose_between_the_average_and_the_typical_lineage() -> None:
    table = pd.DataFrame(product(POLICIES, [1, 10], ["average", "typical"]), columns=["policy", "generation", "view"])
    chart = charts.gaussian.distance.policies(table.assign(distance=[0.1 * (i + 1) for i in range(12)]), 0.16, **WORDS)
    pictures = {svg(chart, view=view) for view in ("average", "typical")}
    assert [marks(picture, "line mark") for picture in pictures] == [3, 3]
    assert all("the first fit" in picture for picture in pictures)
