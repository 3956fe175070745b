"""The ledger stands in its page as HTML: a sentence without its links, and where it was said."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from bs4 import BeautifulSoup
from course.ledger import PLACE, filled, ledger, said


def test_a_sentence_loses_its_links_and_keeps_its_formulas_and_its_code() -> None:
    html = said("Half a **bold [link](https://example.org): `code` and $M-1$ of a <a href='x'>tag</a> | next")
    assert html.startswith("Half a bold link: <code>code</code> and ")
    assert "<math>" in html
    assert html.endswith(" of a tag · next")


def test_a_row_says_what_how_from_what_and_where(tmp_path: Path) -> None:
    page = tmp_path / "04-proof.md"
    page.write_text("# The proof\n\nIt falls.\n", encoding="utf-8")
    ground = SimpleNamespace(name="A & B 2024", address="https://example.org")
    told = {"page": page, "name": "notebooks/04-proof", "heading": "How fast?", "source": "It falls.", "scope": "one"}
    row = SimpleNamespace(**told, statuses=("proved", "argued"), grounds=(ground,))
    html = BeautifulSoup(ledger([row], "../"), "html.parser")
    cells = [cell.get_text(" ") for cell in html.select("tbody td")]
    assert cells == ["It falls.", "proved, argued", "A & B 2024 one", "How fast?"]
    addresses = [link["href"] for link in html.select("td a")]
    assert addresses == ["https://example.org", "../notebooks/04-proof.html#how-fast"]
    assert html.select_one("tbody tr")["data-status"] == "proved|argued"  # type: ignore[index]
    assert [option.get_text() for option in html.select("select[name=page] option")] == ["all", "The proof"]


def test_a_body_without_a_ledger_stays_as_it_is(tmp_path: Path) -> None:
    assert filled("<p>It falls.</p>", tmp_path, "index") == "<p>It falls.</p>"
    assert PLACE not in filled("<p>It falls.</p>", tmp_path, "index")
