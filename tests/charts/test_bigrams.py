"""The charts of the vocabulary of real text: a line a group of words, and one measure at a time."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts
from collapse_lib.charts.style import POLICIES

BANDS = ["once", "2", "3 to 5", "6 to 20", "21 to 100", "over 100"]
ALIVE = pd.DataFrame(product(POLICIES, [0, 1, 2], BANDS), columns=["policy", "generation", "band"])
NOTED = pd.DataFrame(product(POLICIES, [0, 1], ["support", "perplexity"]), columns=["policy", "generation", "measure"])


def test_of_each_group_there_is_a_line_with_a_dot_a_generation_under_one_policy_at_a_time() -> None:
    picture = svg(charts.bigrams.survival(ALIVE.assign(alive=0.5), BANDS, **WORDS))
    assert (marks(picture, "line mark"), marks(picture, "point")) == (6, 6 * 3)


def test_the_buttons_choose_the_measure_by_its_name_in_words() -> None:
    titles = {"support": "words it can say", "perplexity": "perplexity on real text"}
    chart = charts.bigrams.measures(NOTED.assign(value=range(len(NOTED))), titles, **WORDS)
    pictures = [svg(chart, measure=title) for title in titles.values()]
    assert [marks(picture, "line mark") for picture in pictures] == [3, 3]
    assert pictures[0] != pictures[1]
