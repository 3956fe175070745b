"""What the lesson that this course grew from says too strongly, a page says right, in these very words."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tools.claims.checker import PAGES, ROOT, read
from tools.claims.prose import plain, unveiled

POINTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "claims" / "lesson-points.yml").read_text(encoding="utf-8"))
PAGE = {page.stem: page for page in PAGES}
NOT_FOR_READERS = {"instructors", "further-reading", "homework", "cite"}


def said(point: dict[str, Any]) -> bool:
    """Say whether the sentence of a point stands on its page, in the prose or in a string that a reader sees."""
    return plain(point["sentence"]) in unveiled(read(PAGE[point["page"]]))


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point['point']}-{point['page']}")
def test_the_page_says_it(point: dict[str, Any]) -> None:
    assert set(point) == {"point", "page", "sentence"}
    assert said(point)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point['point']}-{point['page']}")
def test_another_word_in_its_place_is_noticed(point: dict[str, Any]) -> None:
    words = point["sentence"].split()
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    assert not said(point | {"sentence": " ".join([*words[:longest], "otherwise", *words[longest + 1 :]])})


def test_no_point_is_missing() -> None:
    assert sorted({point["point"] for point in POINTS}) == list(range(1, 23))


@pytest.mark.parametrize("number", [11, 19])
def test_what_irreversible_means_and_what_hallucination_is_stand_where_readers_read(number: int) -> None:
    assert {point["page"] for point in POINTS if point["point"] == number} - NOT_FOR_READERS
