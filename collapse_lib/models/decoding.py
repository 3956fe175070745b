"""How a language model chooses what it says next: from all that it believes, or with a taste for the likely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import checks
from ..recursion import Dataset
from .procedures import Tempered

SCALE = 1e6  # logits that are divided or multiplied by more leave single precision


@dataclass(frozen=True)
class Decoding:
    """A way of writing. The default says each token as often as the model believes in it.

    `temperature` divides the logits: below 1, what is likely becomes likelier. `top_k` keeps the k likeliest tokens,
    `top_p` the likeliest ones that together hold this share (Holtzman et al. 2020). With `beams` above 1 nothing is
    drawn: of that many candidates the likeliest row is kept. `repetition_penalty` above 1 makes a model avoid what it
    has said (Keskar et al. 2019).

    `temperature` and `repetition_penalty` lie between 1e-6 and 1e6, `top_p` is a share above 0, `top_k` and `beams` are
    whole and at least 1. Raises ValueError outside this domain, and for a taste beside beams, which would have no
    effect; TypeError for what is no number.
    """

    temperature: float = 1.0
    top_k: int | None = None
    top_p: float = 1.0
    beams: int = 1
    repetition_penalty: float = 1.0

    def __post_init__(self) -> None:
        for name in ("temperature", "repetition_penalty"):
            object.__setattr__(self, name, checks.within(getattr(self, name), name, 1 / SCALE, SCALE))
        object.__setattr__(self, "beams", checks.whole(self.beams, "beams", least=1))
        if self.top_k is not None:
            object.__setattr__(self, "top_k", checks.whole(self.top_k, "top_k", least=1))
        object.__setattr__(self, "top_p", checks.single_share(self.top_p, "top_p"))
        if self.top_p == 0:
            raise ValueError("top_p must be a share above 0, got 0")
        if self.beams > 1 and (self.temperature, self.top_k, self.top_p) != (1, None, 1):
            raise ValueError(f"beams must stand without another taste, as they follow the likeliest, got {self!r}")

    def __call__(self, shares: Dataset) -> Dataset:
        """Return how often each of V tokens is said that a model believes in by these `shares`, shape (V,).

        This makes a decoding a step of a `Learner`: below temperature 1, with `top_k`, `top_p` or beams the likely gain
        on the unlikely. Temperature comes first, then top_k, then top_p, as transformers has it; equals at the end of
        top_k stay together. Beams, of tokens that stand alone, leave the likeliest.

        Raises ValueError for what are no shares of 1 and for a repetition penalty, which depends on what was said
        before; TypeError for what are no numbers.
        """
        if self.repetition_penalty != 1:
            raise ValueError(
                f"repetition_penalty must be 1 for tokens that stand alone, got {self.repetition_penalty:g}"
            )
        shares = Tempered(self.temperature)(shares)
        if self.beams > 1 or self.top_k is not None:
            kept = 1 if self.beams > 1 else min(self.top_k or 1, len(shares))
            shares = np.where(shares >= np.sort(shares)[-kept], shares, 0)
        order = np.argsort(shares, kind="stable")[:-1]  # the likeliest always stays
        shares[order[np.cumsum(shares[order]) <= (1 - self.top_p) * shares.sum()]] = 0
        return shares / shares.sum()

    def __str__(self) -> str:
        parts = [
            f"T = {_brief(self.temperature)}" if self.temperature != 1 else "",
            f"top-k {self.top_k}" if self.top_k is not None else "",
            f"top-p {_brief(self.top_p)}" if self.top_p != 1 else "",
            f"{self.beams} beams" if self.beams > 1 else "",
            f"repetition penalty {_brief(self.repetition_penalty)}" if self.repetition_penalty != 1 else "",
        ]
        return ", ".join(filter(None, parts)) or "T = 1"


def _brief(value: float) -> str:
    """Return a number in as many digits as tell it from its neighbours: by its name a way of writing is known."""
    brief = f"{value:g}"
    return brief if float(brief) == value else repr(value)


PLAIN = Decoding()
