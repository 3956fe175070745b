"""What may become a row of the ledger, and which fragments of claims lie where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from ..prose.text import Sentence, sentences
from .findings import SUMMARY, findings_of
from .prose import plain

T = TypeVar("T")


def units(page: Path) -> list[Sentence]:
    """Return what may become a row: a sentence, a row of a table; the claim and an item of the summary in one piece."""
    found: list[Sentence] = []
    for said in sentences(page):
        whole = in_one_piece(said, page)
        if whole and found and found[-1].piece == said.piece:
            continue
        found.append(Sentence(plain(said.piece), said.heading, said.row, said.piece, said.piece) if whole else said)
    return found


def in_one_piece(said: Sentence, page: Path) -> bool:
    """Say whether a piece is a finding as a whole: the claim, an item of the summary, what its heading knows."""
    return said.piece == sentences(page)[0].piece or said.heading in {SUMMARY, *findings_of(page).parts}


def within(said: list[Sentence], fragments: list[tuple[str, T]]) -> dict[int, list[T]]:
    """Return, by the place of each unit, what belongs to the fragments that lie in it or reach into it."""
    text, found, places = joined(said), dict[int, list[T]](), _places(said)
    for fragment, thing in fragments:
        for match in re.finditer(re.escape(fragment), text):
            for place, (start, end) in enumerate(places):
                if start < match.end() and match.start() < end and thing not in found.setdefault(place, []):
                    found[place].append(thing)
    return {place: things for place, things in found.items() if things}


def _places(said: list[Sentence]) -> list[tuple[int, int]]:
    places, start = [], 0
    for unit in said:
        places.append((start, start + len(unit.text)))
        start += len(unit.text) + 1
    return places


def joined(said: list[Sentence]) -> str:
    """Return the units as one text."""
    return " ".join(unit.text for unit in said)
