"""The book on one page: what is taken of each built page, and where its links lead. Printing is tested in browser/."""

from __future__ import annotations

from pathlib import Path

import book_on_one_page
import book_pdf
import chromium
import pytest
from bs4 import BeautifulSoup, Tag

FRONT = """<html><head><link rel="canonical" href="https://o.github.io/n/"><style>.a{}</style></head><body>
<a class="site-name"><svg></svg><span>Tiny</span></a>
<nav id="chapters"><p class="caption" role="heading" aria-level="2">Part</p>
<ul><li><a href="sub/one.html">One</a></li></ul></nav>
<article><section id="front"><h1>Front<a class="headerlink" href="#front">#</a></h1><p>Claim.</p>
<a href="sub/one.html#end">End</a><a href="search.html">Search</a><a href="https://e.example/">Else</a>
</section></article><footer class="site-footer"><p>Text <a href="https://cc.example">CC BY 4.0</a>, code BSD.
Source<!-- PDF --></p></footer></body></html>"""
ONE = """<html><head><style>.a{}</style><style>.b{}</style></head><body><article><section id="one"><h1>One</h1>
<details class="code"><summary>Code</summary>import this</details><details><summary>Why?</summary>So.</details>
<svg><g id="clip"></g></svg><img src="../_static/a.png"><a href="../index.html">Back</a><p id="end">End</p>
<section id="next">Next</section></section></article><footer>x<!-- PDF --></footer></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, html in {"index.html": FRONT, "sub/one.html": ONE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(html, encoding="utf-8")
    return tmp_path


@pytest.fixture
def book(site: Path) -> Tag:
    return BeautifulSoup(book_on_one_page.bound(site, {"sub-one": 7}), "html.parser")


def test_the_book_is_cover_contents_and_every_page_in_the_order_of_the_list_of_chapters(book: Tag) -> None:
    parts = book.select("body > *")
    assert [part["class"] for part in parts] == [["cover"], ["contents"], ["chapter"], ["chapter"]]
    assert [part["id"] for part in parts[2:]] == ["index", "sub-one"]
    assert parts[0].h1.string == "Tiny"
    assert "Text CC BY 4.0, code BSD." in parts[0].get_text()


def test_the_contents_tell_the_pages_that_are_known(book: Tag) -> None:
    entries = book.select(".contents a")
    assert [(entry["href"], entry.get_text(" ")) for entry in entries] == [("#index", "Front"), ("#sub-one", "One 7")]


def test_a_link_leads_within_the_book_to_the_published_site_or_elsewhere(book: Tag) -> None:
    leads = [link["href"] for link in book.select(".chapter a")]
    assert leads == ["#sub-one--end", "https://o.github.io/n/search.html", "https://e.example/", "#index"]
    ids = {element["id"] for element in book.select("[id]")}
    assert {lead[1:] for lead in leads if lead.startswith("#")} <= ids


def test_what_only_a_screen_can_do_goes_and_what_is_folded_is_open(book: Tag) -> None:
    assert "import this" not in book.get_text()
    assert book.select(".headerlink, script, #sub-one--next") == []
    assert [details.has_attr("open") for details in book.select("details")] == [True]


def test_pictures_and_styles_are_found_and_said_once_and_ids_within_a_picture_stay(book: Tag) -> None:
    assert book.select_one("img")["src"] == "_static/a.png"
    assert book.select_one("svg g")["id"] == "clip"
    assert book.select_one("style").get_text().count(".a{}") == 1


def test_a_page_without_an_article_is_refused(site: Path) -> None:
    (site / "sub" / "one.html").write_text("<p>Nothing</p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sub/one\.html must hold article, and does not"):
        book_on_one_page.bound(site, {})


def test_every_page_leads_to_the_pdf_and_says_how_large_it_is(site: Path) -> None:
    pdf = site / book_pdf.PDF
    pdf.parent.mkdir()
    pdf.write_bytes(bytes(2_340_000))
    book_pdf.link(site, pdf)
    assert '<a href="_static/model-collapse.pdf">The course as a PDF, 2.3 MB</a>' in (site / "index.html").read_text()
    assert '<a href="../_static/model-collapse.pdf">' in (site / "sub" / "one.html").read_text()


@pytest.mark.parametrize("browser", [None, "/bin/true"], ids=["no browser", "one that prints nothing"])
def test_without_a_pdf_there_is_no_link_and_the_reason_is_told(
    browser: str | None, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "NAMES", (browser,) if browser else ())
    monkeypatch.setattr(chromium, "ON_A_MAC", ())
    book_pdf.main(site)
    told = capsys.readouterr().err
    assert told.startswith("The site has no PDF of the course, and no link to one: ")
    assert ("/bin/true was to print" if browser else chromium.HOW_TO_GET_ONE) in told
    assert "model-collapse.pdf" not in (site / "index.html").read_text()
    assert list(site.glob("book-*")) == []
