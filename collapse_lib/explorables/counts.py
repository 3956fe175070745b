"""How often each word stands in a bag, as a browser takes it: texts and whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import checks


def word_numbers(counts: Any, name: str) -> Mapping[str, int]:
    """Return how often each word stands in a bag as texts and numbers of at least 1; raise TypeError or ValueError."""
    return {
        checks.text(word, f"a word of {name}"): checks.whole(number, f"how often {word!r} stands in {name}", least=1)
        for word, number in checks.mapping(counts, name).items()
    }
