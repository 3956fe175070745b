"""How a language model chooses what it says next: from all that it believes, or with a taste for the likely."""

from __future__ import annotations

from dataclasses import dataclass

from .. import checks

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
