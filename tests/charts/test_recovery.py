"""The chart of what returns: a line an archive with a law on it, and a rule on the day it comes back."""

from __future__ import annotations

from itertools import product

import pandas as pd
from drawing import WORDS, marks, svg

from collapse_lib import charts
from collapse_lib.charts.recovery import ARCHIVES

COPIES = pd.DataFrame(product(ARCHIVES, range(4)), columns=["archive", "copy"]).assign(left=0.5)


def test_each_archive_is_a_line_with_its_name_and_a_law_and_the_day_is_marked_once() -> None:
    picture = svg(charts.recovery.returned(COPIES, COPIES, 2, below={"no archive": 20}, **WORDS))
    assert (marks(picture, "line mark"), marks(picture, "rule mark")) == (2 * 3, 1)
    assert all(f">{name}</text>" in picture for name in ARCHIVES)
    assert picture.count(">the archive comes back</text>") == 1
