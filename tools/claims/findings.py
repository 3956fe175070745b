"""Which sentences state a finding without a numeral, and what `claims/findings/` says of them.

A finding is found by where it stands or by how it speaks:

- the claim below a page's title, and each item of *In short*;
- a sentence that links to a work of the bibliography;
- a sentence with a word of knowing: a theorem, proved, almost surely, measured, argue, report, dispute, find that, ...
- each paragraph of a part whose heading says how all of it is known, as *What is proved* of the bottom line

Not looked at are questions, what to look for, and the parts in which the reader guesses, tries or is quizzed. So a
finding in plain words in the middle of a page, without a number, a source or such a word, is not seen; nor is one in a
picture. No statements of ours, whatever their numbers, are the options of a quiz, most of them wrong, and what stands
after *That* in *What this does not show*. Nor is a number that we chose a statement where the reader is asked to do
something.

`claims/findings/<page>.yml` says how we know what is found, where no work says so:

    scopes:                                  # for what the claims of a part hold, by its heading; "" is the page
      "Real words": "one text, five runs"
    parts:                                   # where a heading says how all that stands below it is known
      "What is proved": proved
    findings:
      - fragment: "Averages do not show it"  # copied from the page, as in claims
        status: simulated here               # one of `statuses`, or a list of them
        source: gerstgrasser2024             # a key of book/references.bib, if a work says it
        scope: "a bag of words"
      - fragment: "define it as"
        none: "a definition"                 # why it is no finding
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..contents import ROOT
from ..prose.text import Sentence
from .statuses import ARGUED, PROVED
from .works import linked

SUMMARY = "In short"
_LIMITS = "What this does not show"
_ASIDE = {"Predict first", "Check yourself", "Try it", "Next"}
_OPTION = re.compile(r"[A-F]\. ")
_KNOWING = {
    PROVED: re.compile(r"(?i)\btheorems?\b|\bproved\b|\balmost surely\b"),
    ARGUED: re.compile(r"(?i)\bargues?\b"),
}
_OTHERS = re.compile(
    r"(?i)\b(?:dis)?prove\b|\bproof that\b|\b(?:nobody|did|was|they|others|have|not) (?:have )?measured?\b|\breports?\b"
    r"|\bfinds? (?:it|that)\b|\b(?:we|and) found\b|\bfound no\b|\bdisputes?\b|\bno (?:evidence|measurement)\b"
)


@dataclass(frozen=True)
class Finding:
    """What is known of a sentence: a status or several, from which work, for what; or why it is no finding."""

    fragment: str
    status: str | list[str] | None = None
    source: str | None = None
    scope: str | None = None
    none: str | None = None

    @property
    def statuses(self) -> list[str]:
        """Return the statuses as a list."""
        return [] if self.status is None else [self.status] if isinstance(self.status, str) else self.status


@dataclass(frozen=True)
class Findings:
    """All that a findings file says of its page."""

    findings: list[Finding] = field(default_factory=list)
    scopes: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)

    def scope(self, heading: str) -> str:
        """Return for what the claims under a heading hold, where they do not say it themselves."""
        return self.scopes.get(heading, self.scopes.get("", ""))


@cache
def findings_of(page: Path) -> Findings:
    """Return what is said of a page's findings; nothing if it has no such file."""
    file = ROOT / "claims" / "findings" / f"{page.stem}.yml"
    if not file.exists():
        return Findings()
    told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Findings(
        [Finding(**entry) for entry in told.get("findings", [])], told.get("scopes", {}), told.get("parts", {})
    )


def states_a_finding(said: Sentence) -> bool:
    """Say whether a sentence of the body of a page states a finding, by its links and its words."""
    if not said.heading or said.heading.startswith("Question ") or said.text.endswith("?") or asks(said):
        return False
    return bool(linked(said.source)) or (not said.row and bool(known_by_its_words(said) or _OTHERS.search(said.text)))


def asks(said: Sentence) -> bool:
    """Say whether a sentence stands where the reader is asked to do something."""
    return said.heading in _ASIDE or said.piece.lstrip("*").startswith("What to look for")


def is_no_statement(said: Sentence) -> bool:
    """Say whether a sentence is an option of a quiz, or what a page does not show."""
    return bool(_OPTION.match(said.text)) or (said.heading == _LIMITS and said.text.startswith("That "))


def known_by_its_words(said: Sentence) -> list[str]:
    """Return the statuses that a sentence's own words give it."""
    return [status for status, words in _KNOWING.items() if words.search(said.text)]
