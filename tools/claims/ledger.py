"""The rows of the ledger: each sentence of the chapters with a number or a finding, once, and how we know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..contents import ROOT
from ..prose.text import Sentence
from .checker import CHAPTERS, claims_of
from .claim import Claim
from .findings import Finding, asks, findings_of, is_no_statement, known_by_its_words, states_a_finding
from .prose import plain
from .statuses import COMPUTED, GROUNDS, MEASURED, SETTING, SIMULATED, STATUSES, ground_of, status_of
from .units import in_one_piece, joined, units, within
from .works import Work, by_key, linked

PAGES = [*CHAPTERS, ROOT / "book" / "bottom-line.md"]


@dataclass(frozen=True)
class Ground:
    """What a row rests on: a work and where in it, or in words what we did."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Row:
    """A sentence as its page has it, in Markdown, under its heading, and how we know it: by nothing if nobody said."""

    page: Path
    heading: str
    source: str
    statuses: tuple[str, ...]
    grounds: tuple[Ground, ...]
    scope: str

    @property
    def name(self) -> str:
        """The page's name in the table of contents, "notebooks/01-warm-up"."""
        return self.page.relative_to(ROOT).with_suffix("").as_posix()


@cache
def rows(page: Path) -> tuple[Row, ...]:
    """Return the rows of a page in the order of its sentences."""
    return tuple(_rows(page))


def untold(page: Path) -> list[str]:
    """Return the sentences of a page that state a finding of which nobody has said how we know it."""
    return [plain(row.source) for row in rows(page) if not row.statuses]


def astray(page: Path) -> list[str]:
    """Return the fragments of a findings file that its page does not say."""
    said = joined(units(page))
    return [one.fragment for one in findings_of(page).findings if plain(one.fragment) not in said]


def _rows(page: Path) -> Iterator[Row]:
    said, told = units(page), findings_of(page)
    claims = within(said, [(plain(claim.fragment), claim) for claim in claims_of(page)])
    findings = within(said, [(plain(one.fragment), one) for one in told.findings])
    for place, unit in enumerate(said):
        its, of_hand = claims.get(place, []), findings.get(place, [])
        if is_no_statement(unit) or any(one.none for one in of_hand):
            continue
        if its or of_hand or in_one_piece(unit, page) or states_a_finding(unit):
            row = _row(page, unit, its, of_hand)
            if not asks(unit) or row.statuses != (SETTING,):
                yield row


def _row(page: Path, unit: Sentence, claims: list[Claim], findings: list[Finding]) -> Row:
    told, works = findings_of(page), linked(unit.source)
    statuses = [status for one in findings for status in one.statuses]
    if unit.heading in told.parts:
        statuses = [told.parts[unit.heading]]
    cited = [*works, *(by_key()[one.source] for one in (*findings, *claims) if one.source is not None)]
    known = _statuses(unit, statuses, claims, works)
    grounds = dict.fromkeys(_grounds(claims, findings, works))
    ours = [Ground(GROUNDS[status]) for status in known if status in GROUNDS]
    scopes = [*(one.scope for one in (*findings, *claims)), _scope(cited)]
    if known != (SETTING,) and (not cited or {COMPUTED, SIMULATED} & set(known)):
        scopes.append(told.scope(unit.heading))
    return Row(page, unit.heading, unit.source, known, tuple(grounds or ours), _first(scopes))


def _scope(works: list[Work]) -> str:
    """Return about what works know, each said once; that a thing is proved or measured is no scope."""
    said = dict.fromkeys(work.scope.rstrip(".") for work in works)
    return "; ".join(scope for scope in said if " " in scope and scope != "Proved and measured")


def _statuses(unit: Sentence, found: list[str], claims: list[Claim], works: list[Work]) -> tuple[str, ...]:
    """Return how we know a sentence: what was found by hand, or what its claims and works say, or its own words."""
    if not found:
        found = [status for claim in claims for status in _of_claim(claim)]
        found += [status for work in works for status in work.statuses]
    if not set(found) - {SETTING}:
        found = known_by_its_words(unit) or found
    if set(found) != {SETTING}:
        found = [status for status in found if status != SETTING]
    return tuple(status for status in STATUSES if status in found)


def _grounds(claims: list[Claim], findings: list[Finding], works: list[Work]) -> Iterator[Ground]:
    for claim in claims:
        if claim.source is not None:
            yield Ground(f"{by_key()[claim.source].name}, {claim.where}", by_key()[claim.source].address)
        elif (status_of(claim) != SETTING or all(map(_is_setting, claims))) and ground_of(claim):
            yield Ground(ground_of(claim))
    named = {claim.source for claim in claims}
    known = [by_key()[one.source] for one in findings if one.source is not None and one.source not in named]
    cited = {by_key()[key] for key in named if key is not None}
    yield from (Ground(work.name, work.address) for work in (*works, *known) if work not in cited)


def _of_claim(claim: Claim) -> tuple[str, ...]:
    """Return a claim's status; of one with a source, that of a work which measures nothing."""
    known = by_key()[claim.source].statuses if claim.source is not None and claim.status is None else ()
    return (status_of(claim),) if MEASURED in known else known or (status_of(claim),)


def _is_setting(claim: Claim) -> bool:
    return status_of(claim) == SETTING


def _first(scopes: list[str | None]) -> str:
    return next((scope for scope in scopes if scope), "")
