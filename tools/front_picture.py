"""Draw the front page's picture: one bag of words and its copies, a dot a word, as in chapter 2's telephone game."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from collapse_lib import telephone
from collapse_lib.policies import replace

FILE = Path(__file__).parents[1] / "book" / "_static" / "copies.svg"
SHOWN = {0: "the original", 1: "copied once", 5: "five times", 10: "ten times"}
COLUMNS, STEP, GAP = 14, 12, 26  # dots side by side, pixels from dot to dot, pixels between bags
HERE, GONE = 'fill="#0067a5"', 'fill="none" stroke="#8a8a8a"'


def dots(alive: list[bool], left: float) -> str:
    """Return one bag as circles, `left` pixels from the left edge: filled while the word is there, a ring after."""
    return "".join(
        f'<circle cx="{left + (i % COLUMNS + 0.5) * STEP:g}" cy="{(i // COLUMNS + 0.5) * STEP + 28:g}" r="4" '
        f"{HERE if here else GONE}/>"
        for i, here in enumerate(alive)
    )


def picture() -> str:
    """Return the SVG: the words that stood in the bag once, in the original and in three of its copies."""
    original = telephone.bag(1_000, rng=np.random.default_rng(2))
    newest = telephone.copies(original, replace(), max(SHOWN), rng=np.random.default_rng(7).spawn(3)[0])
    once = telephone.alive(original, newest).query("count == 1")["alive"]
    width, height = COLUMNS * STEP, 28 + -(-len(once) // COLUMNS) * STEP
    bags = []
    for place, (copy, name) in enumerate(SHOWN.items()):
        left = place * (width + GAP)
        here = (once.str[copy] == "1").tolist()
        bags.append(f'<text x="{left}" y="14">{name}: {sum(here)}</text>{dots(here, left)}')
    total = len(SHOWN) * (width + GAP) - GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {height}" role="img" '
        'font-family="sans-serif" font-size="15" font-weight="600">'
        f"<style>text{{fill:#333}}@media(prefers-color-scheme:dark){{text{{fill:#767676}}}}</style>{''.join(bags)}</svg>\n"
    )


if __name__ == "__main__":
    aside = FILE.with_suffix(".aside")
    aside.write_text(picture(), encoding="utf-8")
    aside.replace(FILE)
    print(f"wrote {FILE}", file=sys.stderr)
