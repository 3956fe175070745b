"""The sentences of a page, each with the heading it stands under.

markdown-it reads the Markdown, as it does for the book. A row of a table is one piece, its cells apart by a bar; code,
formulas of their own and what a directive makes are none. Within a sentence everything stands as `claims.prose.plain`
has it, so that a claim's fragment is found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from ..claims.prose import markdown, plain

_READER = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin, double_inline=True)
_DIRECTIVE = re.compile(r"\{(?!code|math)[\w-]+\}")  # one that holds prose, as a glossary
_END = re.compile(r"(?<!\bal)(?<!\b[A-Z])[.?!][\"”’')*_]*\s+(?=[\"“‘'(`$\[*_]*[^\W_a-z])")
_TAGS = re.compile(r"\s*</?(?:details|summary)\b[^>]*>\s*")
_UNREAD = re.compile(r"`[^`]+`|\$\$?[^$]+\$\$?|<?https?://\S+")
_LABEL = re.compile(r"(?m)^\([\w-]+\)=$")


@dataclass(frozen=True)
class Sentence:
    """What is said in one go: a sentence, a list's item without a stop, or a row of a table."""

    text: str
    heading: str  # of the second or third level; "" before the first
    row: bool = False
    source: str = ""  # as it is written, in Markdown
    piece: str = ""  # what it stands in: a paragraph, a list's item, a row


@cache
def sentences(page: Path) -> tuple[Sentence, ...]:
    """Return the sentences of a page in their order, those of its headings left out."""
    return tuple(of(markdown(page)))


def read_of(page: Path) -> list[str]:
    """Return the sentences of a page as they are read, without tables."""
    said = [spoken(one.text) for one in sentences(page) if not one.row]
    return [one for one in said if re.search(r"\w", one)]


def of(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a Markdown text."""
    heading = ""
    for kind, piece in _pieces(_READER.parse(_LABEL.sub("", text))):
        if kind in ("h2", "h3"):
            heading = plain(piece)
        elif kind == "row":
            yield Sentence(plain(piece), heading, row=True, source=piece, piece=piece)
        elif kind == "text":
            yield from (Sentence(plain(said), heading, source=said, piece=piece) for said in split(piece))


def spoken(text: str) -> str:
    """Return a sentence as it is read: without code, formulas and addresses."""
    return _UNREAD.sub(" ", text).strip()


def split(text: str) -> list[str]:
    """Return the sentences of a paragraph: each ends with a stop before a capital letter or a number.

    No sentence ends with "et al." or a single capital letter, as that of an option, "A.".
    """
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return [said for start, end in pairwise(ends) if (said := text[start:end].strip())]


def _pieces(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Yield what is written: a heading's "h2" or "h3", "text", or "row" for a table's row."""
    opened, cells = "", []
    for token in tokens:
        if token.type in ("heading_open", "tr_open"):
            opened, cells = token.tag, []
        elif token.type == "tr_close":
            yield "row", " | ".join(cells)
        elif token.type == "inline" and opened == "tr":
            cells.append(token.content)
        elif token.type == "inline":
            yield (opened or "text"), token.content
        elif token.type == "html_block":
            yield from (("text", said) for said in _TAGS.split(token.content) if said.strip())
        elif token.type == "fence" and _DIRECTIVE.match(token.info):
            yield from _pieces(
                _READER.parse(re.sub(r"(?m)^ {2,}", "", re.sub(r"(?m)^(\S.*)$", r"\1\n", token.content)))
            )
        if token.type in ("heading_close", "table_close"):
            opened = ""
