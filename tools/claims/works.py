"""The works of the bibliography as pages link to them, and how each knows what it says, as further reading tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pybtex.database import Entry, parse_file

from ..contents import ROOT
from .prose import plain
from .statuses import ARGUED, MEASURED, PROVED, RECORDED

ADDRESS = re.compile(r"https?://[^\s\")>]+")
_ENTRY = re.compile(r"(?ms)^- \[(?P<name>.+?)\]\((?P<address>[^)]+)\)\.(?P<rest>.*?)(?=^- |^#|\Z)")
_KNOWS = {"nothing measured": RECORDED, "proved": PROVED, "measured": MEASURED, "argued": ARGUED, "projected": ARGUED}


@dataclass(frozen=True)
class Work:
    """A work as the ledger names it: "Penedo et al. 2024", where it is, how it knows, and about what."""

    name: str
    address: str
    statuses: tuple[str, ...]
    scope: str


@cache
def works() -> dict[str, Work]:
    """Return the works by each address under which a page may link to them."""
    entries = parse_file(str(ROOT / "book" / "references.bib"), bib_format="bibtex").entries
    told = {found["address"]: found for found in _ENTRY.finditer(_further_reading())}
    found = {}
    for entry in entries.values():
        address = next((one for one in _addresses(entry) if one in told), None)
        if address is not None:
            found.update(dict.fromkeys(_addresses(entry), _work(told[address])))
    return found


@cache
def by_key() -> dict[str, Work]:
    """Return the works by their keys in the bibliography."""
    entries = parse_file(str(ROOT / "book" / "references.bib"), bib_format="bibtex").entries
    return {key: works()[address] for key, entry in entries.items() for address in _addresses(entry)[:1]}


def linked(source: str) -> list[Work]:
    """Return the works that a piece of Markdown links to, each once."""
    return list(dict.fromkeys(works()[address] for address in ADDRESS.findall(source) if address in works()))


def _work(told: re.Match[str]) -> Work:
    label = re.match(r"\s*\*\*([^*]+)\*\*", told["rest"])
    scope = plain(label[1]) if label else ""
    known = [_KNOWS[word] for word in re.findall("|".join(_KNOWS), scope.lower())]
    name = plain(told["name"].partition(", *")[0])
    return Work(name, told["address"], tuple(dict.fromkeys(known)), scope)


def _addresses(entry: Entry) -> list[str]:
    fields = entry.fields
    found = [f"https://doi.org/{fields['doi']}"] if "doi" in fields else []
    found += [f"https://arxiv.org/abs/{fields['eprint']}"] if "eprint" in fields else []
    return found + ([fields["url"]] if "url" in fields else [])


def _further_reading() -> str:
    return (ROOT / "book" / "further-reading.md").read_text(encoding="utf-8")
