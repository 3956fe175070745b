"""`make prose`: of each page how many words, how many minutes at 150 words each, and which grade; then the track."""

from __future__ import annotations

from ..claims.checker import PAGES
from ..contents import source
from .grade import grade, words
from .text import read_of
from .track import TRACK, WORDS_A_MINUTE, minutes


def main() -> None:
    """Print both tables."""
    print(f"{'page':<24}{'words':>7}{'minutes':>9}{'grade':>7}")
    for page in PAGES:
        said = read_of(page)
        count = sum(len(words(one)) for one in said)
        print(f"{page.stem:<24}{count:>7,}{count / WORDS_A_MINUTE:>9.1f}{grade(said):>7.1f}")
    print(f"\n{'on the 30-minute track':<24}{'reading':>9}{'doing':>7}{'minutes':>9}")
    for stop in TRACK:
        print(f"{source(stop.page).stem:<24}{stop.reading:>9.1f}{stop.doing:>7.1f}{stop.reading + stop.doing:>9.1f}")
    print(f"{'':<40}{minutes():>9.1f}")


main()
