"""The ledger stands in its page as HTML: a sentence without its links, and where it was said."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from course.ledger import PLACE, filled, ledger, said
from docutils import nodes


def test_a_sentence_loses_its_links_and_keeps_its_formulas_and_its_code() -> None:
    html = said("Half a **bold [link](https://example.org): `code` and $M-1$ of a <a href='x'>tag</a> | next")
    assert html.startswith("Half a bold link: <code>code</code> and ")
    assert "<math>" in html
    assert html.endswith(" of a tag · next")


def test_a_row_says_what_how_from_what_and_where() -> None:
    ground = SimpleNamespace(name="A & B 2024", address="https://example.org")
    told = {
        "page": Path("04-proof.ipynb"),
        "name": "notebooks/04-proof",
        "heading": "How fast?",
        "source": "It falls.",
        "scope": "one",
    }
    row = SimpleNamespace(**told, statuses=("proved", "argued"), grounds=(ground,))
    html = BeautifulSoup(ledger([row], {"notebooks/04-proof": "The proof"}, "../"), "html.parser")
    cells = [cell.get_text(" ") for cell in html.select("tbody td")]
    assert cells == ["It falls.", "proved, argued", "A & B 2024 one", "How fast?"]
    addresses = [link["href"] for link in html.select("td a")]
    assert addresses == ["https://example.org", "../notebooks/04-proof.html#how-fast"]
    assert html.select_one("tbody tr")["data-status"] == "proved|argued"  # type: ignore[index]
    assert [option.get_text() for option in html.select("select[name=page] option")] == ["all", "The proof"]


def of(**titles: str) -> Any:
    """Return as much of Sphinx as the ledger asks: where the sources lie, and what each page is called."""
    named = {f"notebooks/{page}": nodes.title("", title) for page, title in titles.items()}
    return SimpleNamespace(srcdir=".", env=SimpleNamespace(titles=named))


def test_a_body_without_a_ledger_stays_as_it_is() -> None:
    assert filled("<p>It falls.</p>", of(), "index") == "<p>It falls.</p>"


def test_pages_are_called_what_sphinx_calls_them(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"page": Path("04-proof.ipynb"), "name": "notebooks/04-proof", "heading": "", "source": "It falls."}
    row = SimpleNamespace(**told, scope="", statuses=("proved",), grounds=())
    monkeypatch.setattr("course.ledger._rows", lambda root: [row])
    html = BeautifulSoup(filled(f"<p>Here</p>{PLACE}", of(**{"04-proof": "A & B"}), "book/ledger"), "html.parser")
    assert [option.get_text() for option in html.select("select[name=page] option")] == ["all", "A & B"]
    (link,) = html.select("td a")
    assert (link.get_text(), link["href"]) == ("A & B", "../notebooks/04-proof.html")
