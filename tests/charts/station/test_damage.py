"""What each error costs and each cure saves is told in words too."""

from __future__ import annotations

import pandas as pd

from collapse_lib import charts

CURED = pd.DataFrame({"example": "One bell", "cure": ["no cure", "bigger model"], "total_variation": [0.31, 0.0]})


def test_costs_are_told_in_words_too():
    series = pd.DataFrame({"fits": range(3)}).merge(pd.DataFrame({"series": ["a", "b", "c"]}), how="cross")
    costs = series.assign(total_variation=0.25)
    for chart in (charts.station.damage.mean_total_variation, charts.station.damage.offset):
        told = chart(costs, title="Costs", remark="All are the same.").to_dict()["description"]
        assert told.endswith("Of 100, at the end: a 25, b 25, c 25. All are the same.")
    told = charts.station.damage.cures(CURED, title="Cures").to_dict()["description"]
    assert "bigger model 0" in told
    rows = pd.DataFrame({"fits": [1, 2], "tickets": "100 tickets", "simulated": 0.5, "exact": [0.4, 0.61]})
    assert "100 tickets 61" in charts.station.damage.lost(rows, title="Gone").to_dict()["description"]
