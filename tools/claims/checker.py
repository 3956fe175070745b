"""Every number on a page is cited, computed or chosen, and says so in `claims/<page>.yml`.

For authors: `python -m tools.claims notebooks/02-problem-framing.ipynb` lists what is wrong and which numbers no claim
covers yet, in the prose, in the strings of code cells and, once the site is built, in the words of its charts. Without
arguments it goes through all pages. A claims file is a list of

    - fragment: "half its variance after 68 generations"     # copied from the page; `*` and `_` do not matter
      value: 68                                              # its numerals as printed, a list if there are several
      expression: "theory.half_life(100)"                    # np, pd, cache and collapse_lib's modules
      tolerance: 0.5                                         # absolute; default: half a unit of the last printed digit
    - fragment: "a share of 8% after 50 generations, 1% after 200"
      value: [8, 50, 1, 200]
      let: {left: "100 * theory.median_variance(np.arange(201), 30)"}  # names, in order, for what would repeat
      expression: ["left[50]", given, "left[200]", {given: "the last one drawn"}]  # chosen, with the reason if need be
    - fragment: "perplexity 115 before fine-tuning and 34 after"
      value: [115, 34]
      source: shumailov2024                                  # a key of book/references.bib
      where: "main text, language-model experiments"
    - fragment: "an archive of 20 years"
      value: 20
      given: "the example's setting"                         # a number that we chose
    - fragment: "147 of its 277 words"
      value: [147, 277]
      place: charts                                          # only the chart that the code makes says it
      expression: ...

The ledger (`ledger`) tells of each sentence how we know it. Where that does not follow from its ground (`statuses`), a
claim says so, with `status: proved`, and about what it holds, with `scope: "one small model, five runs"`.

A claim has one of `expression`, `source` (with `where`) and `given`. Its fragment holds words, not a number alone, and
`value` lists every numeral in it, in order. An item of an expression may yield several numbers; one that names nothing,
as `8 + 55`, would check itself and is refused. What counts as a numeral, and what is exempt: see `prose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from pybtex.database import parse_file

from ..contents import chapters
from .cells import strings
from .claim import Claim, claims_in
from .figures import told
from .prose import NUMERAL, markdown, plain, unveiled, veiled, veiled_page
from .values import half_a_unit, number

ROOT = Path(__file__).parents[2]
CHAPTERS = chapters()
PAGES = [ROOT / "index.md", *sorted((ROOT / "book").glob("*.md")), *CHAPTERS]


def claims_of(page: Path) -> list[Claim]:
    """Return the claims of a page; none if it has no claims file."""
    homework = page.parent.name == "homework" and page.suffix == ".ipynb"
    return claims_in(ROOT / ("homework/claims" if homework else "claims") / f"{page.stem}.yml")


def read(page: Path, site: Path | None = None) -> str:
    """Return all that a page says, exempt digits veiled, a piece a line; with `site`, what its charts say too."""
    pieces = strings(page)
    if site is not None:
        pieces += told(site / page.relative_to(ROOT).with_suffix(".html"))
    return "\n".join([veiled_page(markdown(page)), *map(veiled, pieces)])


def problems(page: str, claims: list[Claim], sources: frozenset[str]) -> Iterator[str]:
    """Yield, in words, everything that is wrong with the claims of a page that says `page`, exempt digits veiled.

    Every numeral of the page must lie within some claim's fragment.
    """
    covered: set[int] = set()
    for claim in claims:
        fragment = plain(claim.fragment)
        spans = [match.span() for match in re.finditer(re.escape(fragment), unveiled(page))]
        covered.update(place for start, end in spans for place in range(start, end))
        yield from (f"{fragment!r}: {problem}" for problem in _wrong(claim, [page[a:b] for a, b in spans], sources))
    for numeral in NUMERAL.finditer(page):
        if not covered.issuperset(range(*numeral.span())):
            around = unveiled(page[max(0, numeral.start() - 40) : numeral.end() + 30])
            yield f"no claim covers {numeral[0]} in '... {around} ...'"


def _wrong(claim: Claim, found: list[str], sources: frozenset[str]) -> Iterator[str]:
    if not found:
        yield "the page does not say this"
        return
    if not re.search(r"[^\W\d_]{2}", claim.fragment):
        yield "a fragment must hold words, not a number alone"
    printed, values = NUMERAL.findall(found[0]), list(np.atleast_1d(claim.value))
    if [number(numeral) for numeral in printed] != values:
        yield f"value must list the numerals as printed, {printed}, got {claim.value}"
    elif claim.expression:
        yield from _differences(claim, printed)
    if sum(x is not None for x in (claim.expression, claim.source, claim.given)) != 1:
        yield "a claim has one of expression, source and given"
    if claim.place not in (None, "charts"):
        yield f"a place is charts or none, got {claim.place!r}"
    if claim.source is not None and claim.source not in sources:
        yield f"{claim.source!r} is no key of book/references.bib"
    if (claim.source is None) != (claim.where is None):
        yield "a source must say where, and only a source"


def _differences(claim: Claim, printed: list[str]) -> Iterator[str]:
    try:
        literals, computed = claim.bare(), list(claim.computed())
    except Exception as error:  # whatever an author's expression does wrong is this claim's problem only
        yield f"{claim.expression} raises {error!r}"
        return
    yield from (f"{text} checks nothing but itself: write `given` in its place" for text in literals)
    if all(result is None for result in computed):
        yield "an expression computes something; if all is given, write given: and the reason"
    if len(computed) != len(printed):
        yield f"{claim.expression} must give {len(printed)} numbers, gave {computed}"
        return
    for numeral, result in zip(printed, computed, strict=True):
        tolerance = half_a_unit(numeral) if claim.tolerance is None else claim.tolerance
        if result is not None and not abs(result - number(numeral)) <= tolerance * (1 + 1e-9):
            yield f"printed {numeral}, but {claim.expression} gives {result:.6g}"


@cache
def bibliography() -> frozenset[str]:
    """Return the keys of book/references.bib."""
    return frozenset(parse_file(str(ROOT / "book" / "references.bib"), bib_format="bibtex").entries)


def check(page: Path, site: Path | None = None) -> list[str]:
    """Return what is wrong with a page's claims; without the built `site`, those on its charts are left out."""
    claims = [claim for claim in claims_of(page) if site is not None or claim.place != "charts"]
    return list(problems(read(page, site), claims, bibliography()))
