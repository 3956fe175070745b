"""The course as a PDF: whole, tagged, with bookmarks and living links, and nothing in it that only a screen can do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import book_on_one_page
import book_pdf
import pytest
from book_on_one_page import Page
from bs4 import Tag
from pypdf import PdfReader
from site_links import Site

pytestmark = pytest.mark.usefixtures("browser")  # without one there is no PDF to look at


@pytest.fixture(scope="module")
def pdf(built: Path) -> PdfReader:
    return PdfReader(built / book_pdf.PDF)


@pytest.fixture(scope="module")
def pages(built: Path) -> list[Page]:
    return book_on_one_page.pages(built)


@pytest.fixture(scope="module")
def texts(pdf: PdfReader) -> list[str]:
    """What stands on each page, in words with one blank between them, without the page's number."""
    extracted = (unicodedata.normalize("NFKC", page.extract_text()) for page in pdf.pages)  # which takes "fi" apart
    return [" ".join(text.split()).removeprefix(f"{number} ") for number, text in enumerate(extracted, start=1)]


@pytest.fixture(scope="module")
def charts(pages: list[Page]) -> list[Tag]:
    return [chart for page in pages for chart in page.html.select("figure.chart")]


def heading(page: Page) -> str:
    return str(page.html.select_one("article h1").contents[0])


def bookmarks(entries: list[Any]) -> Iterator[Any]:
    for entry in entries:
        yield from bookmarks(entry) if isinstance(entry, list) else [entry]


def described(element: Any) -> Iterator[str]:
    """Yield the alternative texts in a tree of tags."""
    element = element.get_object()
    if isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        below = element.get("/K", [])
        for child in below if isinstance(below, list) else [below]:
            yield from described(child)


def test_it_has_a_title_a_language_and_tags_and_a_size_that_can_be_sent(pdf: PdfReader, built: Path) -> None:
    root = pdf.trailer["/Root"]
    assert (pdf.metadata.title, root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("Model collapse", "en", True)
    assert 40 < len(pdf.pages) < 160  # nine chapters and the pages around them; empty ones would be many
    assert (built / book_pdf.PDF).stat().st_size < 5_000_000


def test_every_chapter_begins_a_page_that_bookmarks_and_contents_name(
    pdf: PdfReader, pages: list[Page], texts: list[str]
) -> None:
    marked = {mark.title: pdf.get_destination_page_number(mark) for mark in bookmarks(pdf.outline)}
    assert [heading(page) for page in pages if heading(page) not in marked] == []
    begun = {heading(page): marked[heading(page)] for page in pages}
    assert [title for title, place in begun.items() if not texts[place].startswith(title)] == []
    assert [title for title, place in begun.items() if f"{title} {place + 1}" not in texts[1]] == []


def test_no_bookmark_runs_two_words_into_one(pdf: PdfReader, pages: list[Page]) -> None:
    titles = {title.contents[0] for page in pages for title in page.html.select("article :is(h1, h2, h3)")}
    squeezed = {re.sub(r"\s", "", str(title)): str(title) for title in titles}
    marked = [mark.title for mark in bookmarks(pdf.outline)]
    assert [title for title in marked if squeezed.get(re.sub(r"\s", "", title), title) != title] == []


def test_no_chart_is_empty_and_each_has_its_description(charts: list[Tag], pdf: PdfReader, texts: list[str]) -> None:
    everything = " ".join(texts)
    words = [word for chart in charts for text in chart.select("svg.wide text") for word in text.stripped_strings]
    assert len(charts) > 10
    assert [word for word in words if re.fullmatch(r"[A-Za-z ]{4,}", word) and word not in everything] == []
    told = set(described(pdf.trailer["/Root"]["/StructTreeRoot"]))
    assert [chart["id"] for chart in charts if chart.select_one(".chart-view")["aria-label"] not in told] == []


def test_the_proof_that_a_page_folds_is_printed(texts: list[str]) -> None:
    assert "chi-square variable" in " ".join(texts).split("The proof, in a page")[-1]


def test_explorables_stand_there_as_pictures_and_answers_are_open(pages: list[Page], texts: list[str]) -> None:
    everything = " ".join(texts)
    says = [says.get_text() for page in pages for says in page.html.select(".explorable-picture .xp-caption")]
    assert len(says) >= 4
    assert [sentence for sentence in says if sentence not in everything] == []
    answers = [details for page in pages for details in page.html.select("article details:not(.code, .guess *)")]
    longest = [max((" ".join(part.split()) for part in answer.strings), key=len) for answer in answers]
    assert len(longest) > 20
    assert [part for part in longest if part not in everything] == []


def test_hidden_code_stays_out(texts: list[str]) -> None:
    assert [place for place, text in enumerate(texts) if "@title Set up" in text or "Code: " in text] == []


def test_every_link_leads_to_a_place_in_the_book_or_to_the_web(pdf: PdfReader, site: Site) -> None:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    places = set(pdf.named_destinations)
    within = [note["/Dest"] for note in notes if "/Dest" in note]
    outward = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert len(within) > 20
    assert [place for place in within if place not in places] == []
    assert [address for address in outward if not address.startswith(("https://", "mailto:"))] == []
    assert [wrong for address in outward if (wrong := site.broken("index.html", address))] == []


def test_every_page_of_the_site_leads_to_it(name: str, built: Path) -> None:
    html = (built / name).read_text(encoding="utf-8")
    assert (book_pdf.PDF in html) != (name == "404.html")
    assert book_pdf.PLACE not in html
