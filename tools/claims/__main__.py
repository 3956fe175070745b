"""`python -m tools.claims [PAGE ...]` lists what is wrong with the claims of these pages, or of all."""

from __future__ import annotations

import sys
from pathlib import Path

from .checker import CHAPTERS, ROOT, check, claims_of, page_of


def main(arguments: list[str]) -> int:
    """Print the problems of the pages named, or of all that have claims; return how many pages have some."""
    files = sorted((ROOT / "claims").glob("*.yml"))
    pages = [Path(name).resolve() for name in arguments] or sorted({*CHAPTERS, *map(page_of, files)})
    found = {page: check(page) for page in pages}
    for page, lines in found.items():
        print(f"{page.name}: {len(claims_of(page))} claims, {len(lines)} problems", *lines, sep="\n  ")
    return sum(map(bool, found.values()))


sys.exit(main(sys.argv[1:]))
