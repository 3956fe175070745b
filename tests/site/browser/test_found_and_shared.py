"""What a page says of itself to those who find it and share it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from site_links import Site

CARD = (1200, 630)
Heads = dict[str, BeautifulSoup]


@pytest.fixture(scope="module")
def every(built: Path) -> Heads:
    """Every page by its path."""
    return {
        path.relative_to(built).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in built.rglob("*.html")
    }


@pytest.fixture(scope="module")
def found(every: Heads) -> Heads:
    """Those that want to be found."""
    return {name: page for name, page in every.items() if not page.select('meta[name="robots"][content="noindex"]')}


def said(page: BeautifulSoup, name: str) -> str:
    return str(page.select_one(f'meta[property="{name}"], meta[name="{name}"]')["content"])


def test_every_page_but_two_wants_to_be_found(every: Heads, found: Heads) -> None:
    assert every.keys() - found.keys() == {"404.html", "search.html"}


def test_a_pages_address_is_its_own(found: Heads, site: Site) -> None:
    own = {name: f"{site.home}/{'' if name == 'index.html' else name}" for name in found}
    told = {name: page.select_one('link[rel="canonical"]')["href"] for name, page in found.items()}
    assert told == own
    assert {name: said(page, "og:url") for name, page in found.items()} == own


def test_its_picture_is_there_in_the_size_that_it_says(found: Heads, site: Site) -> None:
    for page in found.values():
        picture = site.folder / said(page, "og:image").removeprefix(f"{site.home}/")
        assert struct.unpack(">II", picture.read_bytes()[16:24]) == CARD
        assert (said(page, "og:image:width"), said(page, "og:image:height")) == tuple(map(str, CARD))
        assert said(page, "og:image:alt")


def test_it_is_described_in_a_sentence_and_has_icons(found: Heads, site: Site) -> None:
    for name, page in found.items():
        assert 20 < len(said(page, "description")) < 320
        assert said(page, "og:title") in page.title.string
        icons = [str(link["href"]) for link in page.select('link[rel="icon"]')]
        assert len(icons) == 2
        assert [wrong for icon in icons if (wrong := site.broken(name, icon))] == []


def test_no_two_pages_have_the_same_title_or_description(every: Heads) -> None:
    for told in (
        [page.title.string for page in every.values()],
        [said(page, "description") for page in every.values()],
    ):
        assert sorted(told) == sorted(set(told))
