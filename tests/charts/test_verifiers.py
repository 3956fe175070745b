"""The chart of copies that somebody checks: a line for each who checks, named, and a law on each."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts

SHOWN = ["no check", "tired reader"]
COPIES = pd.DataFrame(product(SHOWN, range(3)), columns=["loop", "generation"]).assign(words=[3, 2, 1, 3, 3, 3])
PLACES = {"y_title": "words", "domain": (0, 4), "below": {"no check": 20}}


def test_each_who_checks_is_a_line_with_its_name_a_dot_a_copy_and_a_law() -> None:
    picture = svg(charts.verifiers.over_copies(COPIES, COPIES, "words", **PLACES, **WORDS))
    assert (marks(picture, "line mark"), marks(picture, "point")) == (2 * 2, 2 * 3)
    assert all(f">{name}</text>" in picture for name in SHOWN)
    assert ">dictionary</text>" not in picture
