"""The charts of copies of copies: lines by policy with their law, and a tail that the slider shortens."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts
from collapse_lib.charts.style import POLICIES

COPIES = pd.DataFrame(product(POLICIES, range(3)), columns=["policy", "copy"]).assign(left=0.5)


def test_each_policy_is_a_line_with_a_law_beside_it() -> None:
    picture = svg(charts.telephone.survival.left(COPIES, COPIES, **WORDS))
    assert marks(picture, "line mark") == 2 * 3
    assert all(f">{policy}</text>" in picture for policy in POLICIES)


def test_the_slider_chooses_the_generation_whose_topics_are_bars() -> None:
    topics = pd.DataFrame(product(range(2), range(1, 4)), columns=["generation", "rank"])
    table = topics.assign(share=0.2, original=0.3, say="generation " + topics["generation"].astype(str))
    chart = charts.telephone.survival.tail(table.drop(index=5), [0, 1], **WORDS)
    first, second = (svg(chart, generation=generation) for generation in (0, 1))
    assert (marks(first, "rule mark"), marks(second, "rule mark")) == (3, 2)
    assert ">generation 0<" in first and ">generation 1<" in second
