"""Every link and anchor of the built site resolves, and what a browser is told to fetch is of the site."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import contents
import pytest
from site_links import Page, Site, styled


def test_every_link_and_anchor_resolves(name: str, site: Site) -> None:
    assert [wrong for address in site.page(name).leads if (wrong := site.broken(name, address))] == []


def test_no_anchor_is_there_twice(name: str, site: Site) -> None:
    anchors = site.page(name).anchors
    assert sorted(anchors) == sorted(set(anchors))


def test_what_a_browser_fetches_is_of_the_site(name: str, site: Site) -> None:
    assert [address for address in site.page(name).fetches if re.match(r"(https?:)?//", address)] == []


def test_every_style_sheet_names_files_that_are_there(site: Site) -> None:
    sheets = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.css")]
    named = [(sheet, address) for sheet in sheets for address in styled((site.folder / sheet).read_text())]
    assert [wrong for sheet, address in named if (wrong := site.broken(sheet, address))] == []


def test_the_map_for_search_engines_names_every_page_that_wants_to_be_found(site: Site) -> None:
    told = re.findall(r"<loc>(.+?)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    wanted = [path for path in site.folder.rglob("*.html") if 'name="robots" content="noindex"' not in path.read_text()]
    pages = {path.relative_to(site.folder).as_posix() for path in wanted} - {"index.html"}
    assert sorted(told) == sorted([f"{site.home}/", *(f"{site.home}/{page}" for page in pages)])


@pytest.mark.parametrize(("page", "following"), list(pairwise(contents.pages())))
def test_the_way_on_says_where_another_part_of_the_book_begins(page: str, following: str, site: Site) -> None:
    html = (site.folder / f"{page}.html").read_text(encoding="utf-8")
    (said,) = re.findall(r'<a class="next"[^>]*><span class="turn-way">(.*?)</span>', html)
    assert said == ("Next" if page == "index" else contents.parts().get(following, "Next"))


@pytest.fixture
def tiny(tmp_path: Path) -> Site:
    (tmp_path / "site" / "below").mkdir(parents=True)
    (tmp_path / "site" / "below" / "page.html").write_text('<h1 id="here">Page</h1><a href="../index.html">Front</a>')
    (tmp_path / "site" / "index.html").write_text("<h1>Front</h1>")
    (tmp_path / "kept.md").touch()
    return Site(tmp_path / "site", "https://o.github.io/n", tmp_path, "https://github.com/o/n")


@pytest.mark.parametrize(
    "good",
    ["", "#here", "?q=a#here", "../index.html", "../", "https://o.github.io/n", "https://o.github.io/n/below/page.html#here",
     "https://github.com/o/n/blob/main/kept.md", "https://elsewhere.example/", "mailto:a@b.example"],
)  # fmt: skip
def test_a_good_address_is_let_pass(good: str, tiny: Site) -> None:
    assert tiny.broken("below/page.html", good) == ""


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("#there", "no anchor"),
        ("../below/page.html#there", "no anchor"),
        ("index.html", "no file"),
        ("../../index.html", "no file"),
        ("https://o.github.io/n/gone.html", "no file"),
        ("https://github.com/o/n/blob/main/gone.md", "not in the repository"),
    ],
)
def test_a_bad_address_is_seen(bad: str, complaint: str, tiny: Site) -> None:
    assert complaint in tiny.broken("below/page.html", bad)


def test_all_that_names_an_address_is_read() -> None:
    page = Page(
        '<link rel="stylesheet" href="a"><link rel="canonical" href="b"><script src="c"></script><img src="d"/>'
        '<a href="e">'
        '<meta property="og:image" content="https://f"><meta name="viewport" content="width"><button popovertarget="g">'
        '<p id="h"><a name="i">'
    )
    assert page.leads == ["a", "b", "c", "d", "e", "https://f", "#g"]
    assert page.fetches == ["a", "c", "d"]
    assert page.anchors == ["h", "i"]
    assert styled("a { b: url('c.woff2') } @import url(d.css)") == ["c.woff2", "d.css"]
