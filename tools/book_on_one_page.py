"""The whole course as one page of HTML, made of the built pages, for a browser to print: cover, contents, every page.

The list of chapters in the built front page says what is in the book, and in which order. Each page gives its article:
what only a screen can do goes, what is folded is opened, and a link from page to page becomes one within the book.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

FRONT = "index.html"
SCREEN_ONLY = "script, style, a.headerlink, details.code, .chart-says, section#next, .ledger"  # each says it already
LOOK = Path(__file__).parents[1] / "book" / "pdf" / "book.css"


@dataclass(frozen=True)
class Page:
    """A built page: its path in the site and what stands there."""

    path: str
    html: BeautifulSoup


def named(path: str) -> str:
    """Return the name that a page has within the book."""
    return path.removesuffix(".html").replace("/", "-")


def _one(within: Tag, selector: str, path: str) -> Tag:
    found = within.select_one(selector)
    if found is None:
        raise ValueError(f"{path} must hold {selector}, and does not")
    return found


def pages(site: Path) -> list[Page]:
    """Return the pages of the book in their order. Raises FileNotFoundError where nothing is built."""
    front = _read(site, FRONT)
    links = _one(front.html, "nav#chapters", FRONT).select("a[href]")
    return [front, *(_read(site, str(link["href"])) for link in links)]


def _read(site: Path, path: str) -> Page:
    return Page(path, BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser"))


def led(address: str, page: Page, book: Collection[str], home: str) -> str:
    """Return where a link of a page leads from the book: within it, to the published site, or elsewhere."""
    there, fragment = urldefrag(urljoin(page.path, address))
    if there in book:
        return f"#{named(there)}--{fragment}" if fragment else f"#{named(there)}"
    return urljoin(home, urljoin(page.path, address))


def chapter(page: Page, book: Collection[str], home: str) -> str:
    """Return a page as a chapter of the book."""
    article = _one(page.html, "article", page.path)
    for element in article.select(SCREEN_ONLY):
        element.decompose()
    for details in article.select("details"):
        details["open"] = ""
    for link in article.select("a[href]"):
        link["href"] = led(str(link["href"]), page, book, home)
    for element in article.select("[id]:not(svg *)"):
        element["id"] = f"{named(page.path)}--{element['id']}"
    for picture in article.select("img[src]"):
        picture["src"] = urljoin(page.path, str(picture["src"]))
    return f'<article class="chapter" id="{named(page.path)}">{article.decode_contents()}</article>'


def contents(front: Page, book: Collection[str], home: str, numbers: Mapping[str, int]) -> str:
    """Return the list of chapters, with the number of the page where each begins, as far as `numbers` has it."""
    chapters = _one(front.html, "nav#chapters", front.path)
    for caption in chapters.select("[role=heading]"):
        del caption["role"], caption["aria-level"]
    for link in chapters.select("a[href]"):
        link.replace_with(_entry(led(str(link["href"]), front, book, home), link.get_text(), numbers, front))
    first = _entry(f"#{named(front.path)}", _title(front), numbers, front)
    return f'<nav class="contents" aria-label="Contents"><h1>Contents</h1>{first}{chapters.decode_contents()}</nav>'


def _entry(href: str, title: str, numbers: Mapping[str, int], front: Page) -> Tag:
    entry = front.html.new_tag("a", href=href)
    for kind, text in {"title": title, "number": str(numbers.get(href[1:], ""))}.items():
        part = front.html.new_tag("span", attrs={"class": kind})
        part.string = text
        entry.append(part)
    return entry


def _title(page: Page) -> str:
    """Return the heading of a page without the sign that links to it."""
    return str(_one(page.html, "article h1", page.path).contents[0])


def cover(front: Page, home: str) -> str:
    """Return the cover: the name of the course and of its front page, its claim, and where to find it."""
    mark, name = (_one(front.html, f".site-name > {part}", front.path) for part in ("svg", "span"))
    claim = _one(front.html, "article h1 + p", front.path)
    licence = _one(front.html, ".site-footer p", front.path).get_text().split(".\n")[0]
    return (
        f'<section class="cover">{mark}<h1>{escape(name.get_text())}</h1>'
        f'<p class="subtitle">{escape(_title(front))}</p><p class="claim">{claim.get_text()}</p>'
        f'<p class="small-print">The course can be played with, re-run and taught at <a href="{home}">{home}</a>.<br>'
        f"{licence}.</p></section>"
    )


def bound(site: Path, numbers: Mapping[str, int]) -> str:
    """Return the book as HTML, to be read in `site`. Raises FileNotFoundError where no site is built."""
    every = pages(site)
    book, front = [page.path for page in every], every[0]
    home = str(_one(front.html, 'link[rel="canonical"]', front.path)["href"])
    styles = dict.fromkeys(style.get_text() for page in every for style in page.html.select("head > style"))
    look = "".join([*styles, LOOK.read_text(encoding="utf-8")])
    head = (
        f'<meta charset="utf-8"><title>{escape(_one(front.html, ".site-name > span", front.path).get_text())}</title>'
        f'<link rel="stylesheet" href="_static/course.css"><style>{look}</style>'
    )
    first = cover(front, home) + contents(front, book, home, numbers)
    chapters = "".join(chapter(page, book, home) for page in every)
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{first}{chapters}</body></html>'
