"""One way for a lineage to live, of which a preset has several."""

from __future__ import annotations

from dataclasses import dataclass

from ... import checks
from ...models.decoding import Decoding
from .policies import policy


@dataclass(frozen=True)
class Condition:
    """How a lineage lives: what it keeps (`policy`: "replace", "10% kept", ..., "accumulate"), writes and learns.

    Raises ValueError for another policy and fewer epochs than 1, TypeError for other things.
    """

    policy: str
    decoding: Decoding
    epochs: int

    def __post_init__(self) -> None:
        policy(self.policy)
        checks.instance(self.decoding, Decoding, "decoding")
        object.__setattr__(self, "epochs", checks.whole(self.epochs, "epochs", least=1))

    def __str__(self) -> str:
        return f"{self.policy}, {self.decoding}, {self.epochs} epochs"
