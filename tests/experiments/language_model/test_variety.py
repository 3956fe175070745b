"""How varied a text is: what one counts by hand."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.experiments.language_model.variety import PHRASE, distinct, repeated, variety


def test_variety_is_what_one_counts_by_hand():
    found = variety(["a", "b", "a", "b", "a", "c"], frozenset("ab"))
    assert found["repeated"] == 0
    assert (found["types"], found["unknown"]) == (3, 1 / 6)
    assert [found[f"distinct-{n}"] for n in (1, 2, 3)] == [3 / 6, 3 / 5, 3 / 4]
    assert found["entropy"] == pytest.approx(np.log(2) / 2 + np.log(3) / 3 + np.log(6) / 6)


def test_a_run_needs_as_many_words_as_it_is_long():
    assert distinct(["a", "b"], 2) == 1
    with pytest.raises(ValueError, match="a text must hold a run of 3 words, got 2 words"):
        distinct(["a", "b"], 3)


def test_a_run_that_comes_again_counts_each_time():
    assert repeated(["a", "b", "c", "a", "b"], 2) == 2 / 4
    assert repeated(["a"] * 9, 2) == 1
    assert repeated(["a", "b", "c"], 3) == 0


def test_of_less_than_a_phrase_only_the_different_words_are_told():
    found = variety(["a"] * (PHRASE - 1), frozenset("a"))
    assert found.pop("types") == 1 and np.isnan([*found.values()]).all()
    assert not np.isnan([*variety(["a"] * PHRASE, frozenset("a")).values()]).any()
