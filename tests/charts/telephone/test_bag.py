"""The chart of the bag shows every slip once, and its words count what is in it."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")
from collapse_lib import charts

WORDS = ["the"] * 5 + ["quay"] * 2 + ["bittern", "Orrery", "gull"]
BAG = pd.DataFrame({"word": WORDS}).assign(times=lambda table: table["word"].map(table["word"].value_counts()))


def test_every_slip_is_a_dot_of_its_own_and_frequent_words_come_first() -> None:
    dots = pd.DataFrame(next(iter(charts.telephone.bag.bag(BAG, title="A bag").to_dict()["datasets"].values())))
    assert len(dots) == len(WORDS) == len(dots[["x", "y"]].drop_duplicates())
    assert dots.sort_values(["y", "x"])["times"].is_monotonic_decreasing


def test_the_description_counts_the_dots() -> None:
    assert (
        charts.telephone.bag.bag(BAG, title="A bag").to_dict()["description"].startswith("10 dots, one for each slip")
    )


def test_the_menu_offers_the_words_that_stand_once_in_the_order_of_the_alphabet() -> None:
    menu = next(
        param for param in charts.telephone.bag.bag(BAG, title="A bag").to_dict()["params"] if param["name"] == "follow"
    )
    assert menu["bind"]["options"] == ["bittern", "gull", "Orrery"]
