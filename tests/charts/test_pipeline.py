"""The chart of content workflows: the slider tells the month in which each team tips, as long as it does."""

from __future__ import annotations

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts

TIPPING = pd.DataFrame({"team": ["agency"] * 2 + ["help"] * 3, "kept": [0, 5, 0, 5, 10], "month": [7, 9, 11, 13, 17]})
ENDS = pd.DataFrame({"team": ["agency", "help"], "enough": [6.0, 11.0], "month": [9, 17]})


def test_the_slider_tells_the_month_of_each_team_that_tips_at_this_share() -> None:
    chart = charts.pipeline.early_or_never(TIPPING, ENDS, kept=[0, 5, 10], start=0, **WORDS)
    assert [marks(svg(chart, kept_share=kept), "circle") for kept in (0, 5, 10)] == [2, 2, 1]
    assert ">17</text>" in svg(chart, kept_share=10) and ">17</text>" not in svg(chart, kept_share=5)
