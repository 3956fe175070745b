"""The chart of tastes: a named line each, and the language itself as a rule."""

from __future__ import annotations

import pandas as pd
import pytest
from drawing import WORDS, marks, svg

from collapse_lib import charts

LEFT = pd.DataFrame({"decoding": ["T = 0.9"] * 2 + ["top-k 100"] * 2, "kept": [0, 50] * 2, "words": [1.0, 24, 32, 32]})


def test_each_taste_is_a_line_with_its_name_and_the_language_a_dashed_one() -> None:
    picture = svg(charts.language_model.tastes.words_left(LEFT, real=107.0, **WORDS))
    assert (marks(picture, "line mark"), marks(picture, "rule mark")) == (2, 1)
    assert all(f">{name}</text>" in picture for name in ("T = 0.9", "top-k 100", "the language"))


@pytest.mark.parametrize("real", [0, -1, float("nan")])
def test_a_language_is_worth_some_words(real: float) -> None:
    with pytest.raises(ValueError, match="real must be positive and finite, got"):
        charts.language_model.tastes.words_left(LEFT, real=real, **WORDS)
