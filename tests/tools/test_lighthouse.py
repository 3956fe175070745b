"""Which pages Lighthouse measures, and which marks are too low."""

from __future__ import annotations

import random
from pathlib import Path

import lighthouse
import pytest

BEST = {"performance": [95, 99, 97], "accessibility": [100] * 3, "best-practices": [100] * 3, "seo": [100] * 3}


def test_the_front_page_and_the_heaviest_of_each_kind_are_measured(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(9_000).hex()
    chart = '<figure class="chart">'
    pages = {"index": "", "404": noise, "search": noise, "a": "short", "b": noise[:900], "c": chart + noise, "d": chart}
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    assert lighthouse.chosen(tmp_path) == ["index.html", "b.html", "c.html"]


def test_marks_are_of_a_hundred() -> None:
    scores = {"performance": 0.954, "accessibility": 1, "best-practices": 0.96, "seo": 1}
    report = {"categories": {name: {"score": score} for name, score in scores.items()}}
    assert lighthouse.marks(report) == {"performance": 95, "accessibility": 100, "best-practices": 96, "seo": 100}


def test_the_median_counts() -> None:
    assert lighthouse.too_low("a.html", BEST) == []
    assert lighthouse.too_low("a.html", BEST | {"performance": [90, 95, 91]}) == [
        "a.html: performance must be at least 95, got 91"
    ]


@pytest.mark.parametrize("name", ["accessibility", "best-practices", "seo"])
def test_everything_but_performance_must_be_perfect(name: str) -> None:
    complaint = f"a.html: {name} must be at least 100, got 99"
    assert lighthouse.too_low("a.html", BEST | {name: [100, 99, 99]}) == [complaint]


def test_the_table_shows_the_median_and_how_far_performance_varies() -> None:
    assert lighthouse.row("a.html", BEST).split() == ["a.html", "97", "(95", "to", "99)", "100", "100", "100"]
