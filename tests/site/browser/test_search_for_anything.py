"""Whatever is looked for, the search ends soon, with pages or with none, and without a complaint."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from site_server import Server

SECONDS = 20_000  # on a busy machine; it takes a tenth of one
ENDED = "() => /^(Search finished|Your search did not)/.test(document.querySelector('.search-summary')?.textContent)"
OBJECTS = "() => [Object, Array, Function, String, Map].flatMap((kind) => Object.getOwnPropertyNames(kind.prototype))"
HOSTILE = [
    *("constructors", "constructor variance", "__proto__ variance", "prototype", "undefined", "null", "NaN"),
    *("the", "the of and", " ", "2024", "-", "-variance", "--", "_", "a"),
    *(
        ".*",
        "(",
        "[",
        "\\",
        "(a+)+$",
        "$&",
        "${resultCount}",
        "^",
        "|",
        "?",
        "'",
        '"',
        "`",
        "“variance”",
        "%",
        "%E0%A4%A",
    ),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "javascript:alert(1)", "#", "/", "\n"),
    *("😀", "👩‍👩‍👧", "é", "İstanbul", "ß", "变异", "تباين", "\u202e", "\u0000", "\ufffd", "variance\u200b"),
    *("x" * 100_000, "variance " * 10_000, " ".join(map(str, range(20_000))), "a" * 199 + "b"),
]


@pytest.fixture
def looked(server: Server, visit: Any) -> Any:
    """The search page; what went wrong in it fails the test."""
    with visit(f"{server.address}/search.html") as visited:
        yield visited
        visited.page.wait_for_load_state("networkidle")
    assert visited.complaints == []


def ends(page: Any, words: str) -> list[str]:
    """Look for `words` as a reader does and return the titles found."""
    page.evaluate("(words) => { document.querySelector('#search-words').value = words }", words)
    page.locator(".search-form").evaluate("(form) => form.requestSubmit()")
    page.wait_for_function(ENDED, timeout=SECONDS)
    return page.locator("#search-results li > a").all_inner_texts()


def test_no_property_of_an_object_is_a_word(looked: Any) -> None:
    for word in sorted(set(looked.page.evaluate(OBJECTS))):
        assert [title for title in ends(looked.page, word) if title in {"", "undefined"}] == []
    assert [ends(looked.page, word) for word in ("constructor", "__proto__", "hasOwnProperty")] == [[], [], []]


def test_whatever_is_looked_for_the_search_ends(looked: Any) -> None:
    for words in HOSTILE:
        assert [title for title in ends(looked.page, words) if title in {"", "undefined"}] == []
    assert "The Gaussian proof" in ends(looked.page, "variance")


@pytest.mark.parametrize("words", ["constructor", "__proto__", "<blink>", "%", "😀", "x" * 5_000])
def test_the_same_holds_for_words_in_the_address(words: str, server: Server, visit: Any) -> None:
    with visit(f"{server.address}/search.html?q={quote(words)}") as visited:
        visited.page.wait_for_function(ENDED, timeout=SECONDS)
        assert visited.page.locator("#search-results li").count() == 0
    assert visited.complaints == []


def test_what_was_looked_for_is_marked_in_the_extract_by_its_stem(looked: Any) -> None:
    ends(looked.page, "variances")
    looked.page.locator("#search-results mark").first.wait_for()
    marked = {word.lower() for word in looked.page.locator("#search-results mark").all_inner_texts()}
    assert marked <= {"variance", "variances"}
