"""The ledger: each sentence with a number, a date or a finding is in it, once, and says how it is known."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tools.claims.checker import CHAPTERS, ROOT, bibliography, claims_of
from tools.claims.findings import asks, findings_of, is_no_statement
from tools.claims.ledger import PAGES, astray, rows, units, untold
from tools.claims.prose import NUMERAL, markdown, plain, veiled_page
from tools.claims.statuses import STATUSES
from tools.prose.text import Sentence

FOLDER = ROOT / "claims" / "findings"
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def test_the_ledger_is_about_the_chapters_and_the_bottom_line() -> None:
    assert [*CHAPTERS, ROOT / "book" / "bottom-line.md"] == PAGES
    assert {file.stem for file in FOLDER.glob("*.yml")} <= {page.stem for page in PAGES}


@every_page
def test_every_finding_says_how_we_know_it(page: Path) -> None:
    assert untold(page) == [], f"say in claims/findings/{page.stem}.yml how this is known, or why it is no finding"


def numerals(unit: Sentence) -> list[str]:
    """Return the numerals of a sentence: minutes are none before the first heading."""
    return NUMERAL.findall(veiled_page(f"\n## Part\n{unit.source}" if unit.heading else unit.source))


@every_page
def test_every_sentence_with_a_number_or_a_date_is_in_the_ledger(page: Path) -> None:
    known = {row.source for row in rows(page)}
    known |= {unit.source for unit in units(page) if asks(unit) or is_no_statement(unit)}
    none = [plain(one.fragment) for one in findings_of(page).findings if one.none]
    left = [unit.text for unit in units(page) if unit.source not in known and numerals(unit)]
    assert [text for text in left if not any(fragment in text for fragment in none)] == []


@every_page
def test_no_number_of_the_text_lies_outside_its_sentences(page: Path) -> None:
    within = Counter(numeral for unit in units(page) for numeral in numerals(unit))
    assert Counter(NUMERAL.findall(veiled_page(markdown(page)))) - within == Counter()


@every_page
def test_what_is_said_of_findings_is_of_sentences_that_the_page_says(page: Path) -> None:
    assert astray(page) == []


@every_page
def test_no_sentence_is_in_the_ledger_twice_and_each_is_one_of_the_page(page: Path) -> None:
    listed = [(row.heading, row.source) for row in rows(page)]
    assert len(set(listed)) == len(listed)
    assert {source for _, source in listed} <= {unit.source for unit in units(page)}


@every_page
def test_every_status_and_source_is_known(page: Path) -> None:
    told = findings_of(page)
    said = [*told.findings, *claims_of(page)]
    assert {status for one in told.findings for status in one.statuses} | set(told.parts.values()) <= set(STATUSES)
    assert {claim.status for claim in claims_of(page)} <= {None, *STATUSES}
    assert {one.source for one in said} - {None} <= bibliography()
    assert [one.fragment for one in told.findings if (one.none is None) == (one.status is None)] == []


def test_the_page_says_of_each_status_what_would_change_our_mind() -> None:
    text = markdown(ROOT / "book" / "ledger.md")
    told = re.findall(r"(?m)^\| ([a-z ]+) \| .+ \| .+ \|$", text.split("## What would change our mind", 1)[1])
    assert told[1:] == list(STATUSES)
