"""What a cell ends in: a card to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from . import asked


@dataclass(frozen=True, repr=False)
class Card:
    """Something to show at the end of a cell: its HTML, and the same in plain text where no HTML is shown.

    Raises TypeError for what is no text.
    """

    text: str
    html: str

    def __post_init__(self) -> None:
        for name in ("text", "html"):
            asked.text(getattr(self, name), name)

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html
