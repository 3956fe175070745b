"""`python -m tools.claims [PAGE ...]` lists what is wrong with the claims of these pages, or of all."""

from __future__ import annotations

import sys
from pathlib import Path

from .checker import PAGES, ROOT, check, claims_of

BUILT = ROOT / "_build"


def main(arguments: list[str]) -> int:
    """Print the problems of the pages named, or of all; return how many pages have some."""
    site = BUILT / "html" if (BUILT / "site-is-whole").exists() else None
    pages = [Path(name).resolve() for name in arguments] or PAGES
    found = {page: check(page, site) for page in pages}
    for page, lines in found.items():
        print(f"{page.name}: {len(claims_of(page))} claims, {len(lines)} problems", *lines, sep="\n  ")
    if site is None:
        print("The site is not built, so the words of charts were not read: make book")
    return sum(map(bool, found.values()))


sys.exit(main(sys.argv[1:]))
