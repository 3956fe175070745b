"""Print the built course as one PDF and link to it: `python tools/book_pdf.py`, after the site is built.

It is printed twice: the first time tells on which page each chapter begins, the second has that in its contents. Where
no browser is installed, or it prints nothing, this says so, and no page of the site links to a PDF.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import book_on_one_page
import chromium
from pypdf import PdfReader

SITE = Path(__file__).parents[1] / "_build" / "html"
PDF = "_static/model-collapse.pdf"
PLACE = "<!-- PDF -->"  # in the footer of book/_templates/layout.html
PASSES = 2


def begins(pdf: Path) -> dict[str, int]:
    """Return the number of the page that each name in a PDF stands for."""
    reader = PdfReader(pdf)
    places = reader.named_destinations.items()
    return {name.removeprefix("/"): (reader.get_destination_page_number(place) or 0) + 1 for name, place in places}


def write(site: Path) -> Path:
    """Print the site as a book, into the site. Raises what `chromium.printed` raises."""
    one_page, pdf = site / "book-on-one-page.html", site / PDF
    numbers: dict[str, int] = {}
    try:
        for _ in range(PASSES):
            one_page.write_text(book_on_one_page.bound(site, numbers), encoding="utf-8")
            chromium.printed(one_page, pdf)
            numbers = begins(pdf)
    finally:
        one_page.unlink(missing_ok=True)
    return pdf


def link(site: Path, pdf: Path) -> None:
    """Let every page of the site lead to the PDF, and say how large it is."""
    size = f"{pdf.stat().st_size / 1e6:.1f} MB"
    for page in site.rglob("*.html"):
        there = Path(os.path.relpath(pdf, page.parent)).as_posix()
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace(PLACE, f' · <a href="{there}">The course as a PDF, {size}</a>'), encoding="utf-8")


def main(site: Path) -> None:
    """Print the site and link to what is printed; where that cannot be done, say why."""
    try:
        link(site, write(site))
    except (FileNotFoundError, RuntimeError) as error:
        print(f"The site has no PDF of the course, and no link to one: {error}", file=sys.stderr)


if __name__ == "__main__":
    main(SITE)
