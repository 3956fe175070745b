"""A claim: one fragment of a page, its numerals, and how we know them. `checker` says how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from .values import bare, evaluate


@dataclass(frozen=True)
class Claim:
    """One entry of a claims file. `expression` is a text or a list of texts, of which some may be `given`."""

    fragment: str
    value: Any
    expression: Any = None
    let: dict[str, str] = field(default_factory=dict)
    tolerance: float | None = None
    source: str | None = None
    where: str | None = None
    given: str | None = None
    place: str | None = None
    status: str | None = None
    scope: str | None = None

    @property
    def items(self) -> list[Any]:
        """Return what the expression lists."""
        return self.expression if isinstance(self.expression, list) else [self.expression]

    def bare(self) -> list[str]:
        """Return the expressions of this claim that hold a number and compute none."""
        texts = [str(item) for item in self.items if not is_given(item)]
        return [text for text in [*texts, *map(str, self.let.values())] if bare(text)]

    def computed(self) -> Iterator[float | None]:
        """Yield what the expression says of each numeral: its value, or None where it is given."""
        let = tuple((name, str(text)) for name, text in self.let.items())
        for item in self.items:
            if is_given(item):
                yield None
            else:
                yield from np.ravel(np.asarray(evaluate(str(item), let), dtype=float))


def is_given(item: Any) -> bool:
    """Say whether an item of an expression is `given`, with its reason or without."""
    return item == "given" or (isinstance(item, dict) and list(item) == ["given"])


def claims_in(file: Path) -> list[Claim]:
    """Return the claims that a file lists; none if there is no such file."""
    if not file.exists():
        return []
    return [Claim(**entry) for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []]
