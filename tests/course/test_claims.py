"""Every number that a reader sees is cited, computed or chosen: in the prose, in code cells' strings, in charts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.claims.checker import CHAPTERS, PAGES, ROOT, check


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_says_nothing_in_numbers_that_is_not_cited_computed_or_chosen(page: Path) -> None:
    found = check(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.stem)
def test_the_words_of_its_charts_say_nothing_else(page: Path, built: Path) -> None:
    found = check(page, built)
    assert not found, "\n".join(found)


def test_every_page_is_checked_and_every_claims_file_is_of_a_page() -> None:
    assert sorted(CHAPTERS) == sorted((ROOT / "notebooks").glob("*.ipynb"))
    assert {page.stem for page in PAGES} >= {"index", "bottom-line", "glossary", "instructors", "homework", "cite"}
    of_pages = {file.stem for file in (ROOT / "claims").glob("*.yml")} - {"lesson-points"}  # has a test of its own
    assert of_pages <= {page.stem for page in PAGES}
