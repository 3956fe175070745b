"""What are no lines, splits, editions or numbers is refused in the library's words."""

from __future__ import annotations

import pytest
from refusals import refused

from collapse_lib.data import wikitext


@pytest.mark.parametrize(
    "lines", [None, 3, "= A Gull =\n", b"gull", ["gull", None], [float("nan")], [["gull"]]], ids=repr
)
def test_what_are_no_lines_is_refused_with_its_source(lines):
    assert "here" in refused(wikitext.parse, lines, source="here")


@pytest.mark.parametrize("split", [None, 3, ["valid"], ("valid", "test"), "Valid", b"valid"], ids=repr)
def test_splits_are_named_one_by_one(split):
    assert "splits must be among train, valid, test, got" in refused(wikitext.load, split)


@pytest.mark.parametrize("edition", [None, 2, "wikitext-2", ["wikitext-2-v1"]], ids=repr)
def test_editions_are_named(edition):
    refused(wikitext.load, "valid", edition=edition)


@pytest.mark.parametrize("every", [2.5, "3", None, True, [3]], ids=repr)
def test_how_many_are_held_out_is_whole(every):
    refused(wikitext.hold_out, [wikitext.Article(str(i), ("word",)) for i in range(8)], every=every)
