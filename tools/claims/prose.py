"""The prose of a page and the numerals in it: what `checker` reads.

A page is a chapter (the Markdown cells of a notebook) or a Markdown file. Its text is made plain: whitespace is one
space; `*`, `_`, HTML tags, quote marks of block quotes and the brackets and targets of links are gone. Everything else
stands as it was written, maths and code spans included, so that a fragment can be copied from the page. The strings of
code cells (`cells`) and the words of charts (`figures`) are read in the same way.

A numeral is digits, with separators of thousands, a decimal part and a sign if it has them: 12, 1,000, 0.69, -3.
Exempt are

- number words ("half", "ten per cent", "twice");
- code spans and code blocks, maths, headings, HTML tags and comments, links' targets, bare addresses, arXiv ids;
- list markers ("1.") and times of day ("11:00"): they are labels too;
- names: digits on a letter ("W2", "Q1", "T4", "A4") or hyphened to a capitalised word ("OPT-125m", "WikiText-2"), and
  licences ("CC BY 4.0");
- labels: the number after chapter, question, theorem, definition, section, figure, table, equation, lemma, generation,
  Python or version, also in lists and ranges ("generations 1 to 9", "chapters 3 and 4"). "After 9 generations" is none;
- years in citations: "et al. 2024", "Dey and Donoho (2024)", "(Borkar 2025)", and years in the text of a web link;
- minutes in the front block ("5 minutes to read"), which is all before the first heading of the second level, and in
  a table's column of that name: tests of their own add them up.

Exempt digits are moved to Unicode's private use area ("veiled"): they keep their place, and no numeral is found there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

_DIGITS, _VEILED = "0123456789", "".join(chr(0xE000 + digit) for digit in range(10))
_VEIL, _UNVEIL = str.maketrans(_DIGITS, _VEILED), str.maketrans(_VEILED, _DIGITS)

NUMERAL = re.compile(r"(?:(?<![\w)])[-−])?\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")

_YEAR = r"\(?(?:19|20)\d\d[a-z]?\b"
_LABEL = r"\d+(?:,\d{3}(?!\d))*[\d.]*"
_RANGE = rf"{_LABEL}(?:(?:,? (?:to|and|or) |, |–|-){_LABEL})*"
_LABELS = r"chapter|question|theorem|definition|section|figure|fig\.|table|equation|lemma|generation|python|version"
_EXEMPT = [
    r"(?ms)^ *(`{3,}|~{3,}).*?^ *\1",  # code blocks
    r"`[^`]+`",
    r"(?s)<(code|pre)>.*?</\1>",
    r"(?s)\$\$.+?\$\$",
    r"(?<![\\$])\$(?!\s)[^$]+?(?<!\s)\$(?!\d)",
    r"(?m)^ {0,3}#{1,6} .*$",
    r"<https?://[^>]+>|https?://\S+|(?i:arxiv:)\s?\S+",
    r"(?m)^[>\s]*\d+[.)]\s",  # list markers
    r"\b\d{1,2}:\d\d\b",
    r"[A-Za-z]\d[\d.]*|\b[A-Z]\w*[-‑]\d[\w.]*|\bCC BY \d\.\d|\b\d-Clause\b",  # names
    rf"(?i)\b(?:{_LABELS})s?\s{_RANGE}",
    rf"et al\.,?\s{_YEAR}|(?:and|&)\s[A-Z][\w’'-]+,?\s{_YEAR}|\([A-Z][\w’'-]+,?\s{_YEAR}\)",
    r"\[[^\]]*\](?=\(<?https?://)",  # see _veil_years
]
_MINUTES = r"\d+(?:\s?(?:to|–|-)\s?\d+)?[\s-]min(?:utes?)?\b"
_DIRECTIVE = r"(?ms)^(`{3,}|:{3,})\{(?!code|math)[\w-]+\}[^\n]*\n(.*?)^\1$"  # one that holds prose, as a glossary
# What a reader does not see, and what goes in its place.
_SYNTAX = [
    (r"(?s)<!--.*?-->", " "),
    (r"(?s)</?[a-zA-Z][^>]*>", ""),
    (r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)", r"\1"),
    (r"(?m)^ *>+ ?", ""),
    (r"&nbsp;|\u00a0|\u202f|\u2009", " "),
    (r"[*_]", ""),
    (r"\s+", " "),
]


def markdown(page: Path) -> str:
    """Return the Markdown of a page: a notebook's Markdown cells, or a file's text without its front matter."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return re.sub(r"(?s)\A---\n.*?\n---\n", "", text)


def veiled_page(text: str) -> str:
    """Return the plain text of a page's Markdown with its exempt digits veiled."""
    front, heading, rest = text.partition("\n## ")
    text = re.sub(_MINUTES, _veil, front) + heading + rest
    text = re.sub(r"(?m)(?:^\|.*\|(?:\n|$))+", _veil_minutes, text)
    return veiled(re.sub(_DIRECTIVE, r"\2", text))


def veiled(text: str) -> str:
    """Return the plain text of a piece of Markdown with its exempt digits veiled."""
    for pattern in _EXEMPT:
        text = re.sub(pattern, _veil_years if pattern == _EXEMPT[-1] else _veil, text)
    return plain(text)


def plain(text: str) -> str:
    """Return Markdown as a reader sees it, on one line."""
    for pattern, replacement in _SYNTAX:
        text = re.sub(pattern, replacement, text)
    return text.strip()


def unveiled(text: str) -> str:
    """Return the text with its exempt digits legible again, of the same length."""
    return text.translate(_UNVEIL)


def _veil(match: re.Match[str]) -> str:
    return match[0].translate(_VEIL)


def _veil_years(match: re.Match[str]) -> str:
    return re.sub(rf"\b{_YEAR}", _veil, match[0])


def _veil_minutes(table: re.Match[str]) -> str:
    rows = [row.split("|") for row in table[0].split("\n")]
    heads = [head.strip().lower() for head in rows[0]]
    return "\n".join(
        "|".join(cell.translate(_VEIL) if "minutes" in heads[at : at + 1] else cell for at, cell in enumerate(row))
        for row in rows
    )
