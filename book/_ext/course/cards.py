"""The pictures that stand for a page where its address is shared.

sphinxext-opengraph draws cards of its own look with matplotlib, takes a picture of ours only where a page's source
names it, and describes a page by its first 200 characters, not by its claim.
"""

from __future__ import annotations

from pathlib import Path

import typst

CARD = Path(__file__).parents[2] / "pictures" / "card.typ"


def card(title: str, text: str, site: str) -> bytes:
    """Return the picture (PNG), 1200 by 630 pixels."""
    return typst.compile(
        CARD, format="png", ppi=72, ignore_system_fonts=True, sys_inputs={"title": title, "text": text, "site": site}
    )
