"""The pictures that stand for a page where its address is shared.

sphinxext-opengraph draws its cards with matplotlib, of one look in 1146 by 600 pixels, and takes no other picture for a
page than one named in that page's source; it describes a page by its first 200 characters, not by its claim.
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
