"""The OPT experiment on real text: what holds in one setting and not in the others, and what is lost in all."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from recorded_lineages import NOTHING, TENTH, lineage

from collapse_lib import recorded


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return recorded.load("opt-wikitext")


FOUR_WAYS = [("T = 0.9", 5), ("T = 0.9", 10), ("T = 1", 5), ("top-p 0.95", 5)]


def test_with_a_tenth_kept_real_text_levels_off_in_one_setting_of_four(table):
    late = [np.median(lineage(table, "real", TENTH, *way), axis=0)[6:] for way in FOUR_WAYS]
    assert [bool(np.ptp(found) < 0.05 * found[0]) for found in late] == [True, False, False, False]
    assert all(found[-1] > 1.15 * found[0] for found in late[1:])


def test_and_where_it_levels_off_words_still_leave_in_every_run_but_one(table):
    late = lineage(table, "types", TENTH)[:, 6:]
    assert ((late[:, 0] - late[:, -1]) > 0).sum() >= 4
    assert np.median(late[:, -1]) < 0.7 * np.median(late[:, 0])


def test_without_the_taste_every_run_loses_words_but_fewer(table):
    plain, taste = (lineage(table, "types", NOTHING, decoding) for decoding in ("T = 1", "T = 0.9"))
    left = plain[:, -1] / plain[:, 0]
    assert (left < 0.87).all() and left.min() > (taste[:, -1] / taste[:, 0]).max()
    entropy = lineage(table, "entropy", NOTHING, "T = 1")
    assert (entropy[:, -1] < entropy[:, 0]).all()


def test_and_most_of_the_words_that_stand_once_go():
    alive = recorded.load("opt-wikitext", "survival").query("band == '1'")
    said = lineage(alive, "alive", NOTHING, "T = 1")
    assert (said[:, -1] < said[:, 0] / 2).all()
