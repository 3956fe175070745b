"""Charts of perplexity: a thin line a run, a thick one for the median run, and the names of the series."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from drawing import WORDS, marks, svg

from collapse_lib.charts.language_model import perplexity
from collapse_lib.charts.style import POLICIES

RUNS = pd.DataFrame(product(POLICIES, range(5), [0, 1]), columns=["series", "replicate", "generation"])


def spread(runs: pd.DataFrame) -> pd.DataFrame:
    return runs.groupby(["series", "generation"])["real"].agg(low="min", high="max").reset_index()


@pytest.mark.parametrize("chart", [perplexity.real_text, perplexity.own_text])
def test_five_runs_of_three_policies_are_fifteen_thin_lines_and_three_thick_ones(chart) -> None:
    runs = RUNS.assign(real=20.0 + RUNS["replicate"], generated=20.0)
    picture = svg(chart(runs, spread(runs), **WORDS))
    assert (marks(picture, "line mark"), marks(picture, "circle")) == (15 + 3, 3 * 2)
    assert all(f">{policy}</text>" in picture for policy in POLICIES)


@pytest.mark.parametrize("chart", [perplexity.real_text, perplexity.own_text])
def test_the_spread_of_the_runs_is_a_band_for_each_policy(chart) -> None:
    runs = RUNS.assign(real=20.0 + RUNS["replicate"], generated=20.0)
    assert marks(svg(chart(runs, spread(runs), **WORDS)), "area mark") == 3


def test_the_four_settings_with_a_share_kept_bear_their_names() -> None:
    table = pd.DataFrame(product(perplexity.WAYS, [0], [0, 1]), columns=["series", "replicate", "generation"])
    table = table.assign(real=20.0)
    picture = svg(perplexity.a_share_kept(table, spread(table), **WORDS))
    assert len(perplexity.WAYS) == 4
    assert all(f">{way}</text>" in picture for way in perplexity.WAYS)


def test_ways_of_writing_bear_their_names() -> None:
    ways = ["T = 0.9", "top-p 0.95", "T = 1"]
    table = pd.DataFrame(product(ways, [0], [0, 1]), columns=["series", "replicate", "generation"])
    table = table.assign(real=20.0, generated=20.0)
    picture = svg(perplexity.tastes(table, spread(table), **WORDS))
    assert all(f">{way}</text>" in picture for way in ways)


def test_of_one_run_both_measures_are_on_one_chart() -> None:
    table = pd.DataFrame({"generation": [0, 1], "real": [20.0, 25.0], "generated": [20.0, 15.0]})
    picture = svg(perplexity.one_run(table, title="Two ways", description="What is to be seen."))
    assert marks(picture, "line mark") == 2 * 2
    assert "real text, to each new model" in picture and "new text, to generation 0" in picture
