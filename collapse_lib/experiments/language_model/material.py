"""What a run is made of: the network that it starts from, and WikiText-2 as blocks of that network's tokens."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ...data.plain_text import plain
from ...data.text import blocks
from ...data.wikitext import Article, load
from ...recursion import Dataset
from .presets import Preset

LENGTH = 64  # tokens of a block, as in the paper
_TEXT: Mapping[str, Callable[[Article], str]] = {"spaced": lambda article: " ".join(article.words), "plain": plain}
# What counts as a word. Plain text has marks at its words: letters and digits, and what joins them.
SPLIT: Mapping[str, Callable[[str], list[str]]] = {
    "spaced": str.split,
    "plain": re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*").findall,
}


@dataclass(frozen=True, eq=False)
class Material:
    """A network with its tokeniser (`models.language.pretrained`), and blocks of token ids, shape (M, 64)."""

    pretrained: Any
    real: Dataset
    test: Dataset
    validation: Dataset | None = None
    split: Callable[[str], list[str]] = str.split

    @classmethod
    def of(cls, preset: Preset) -> Material:
        """Return what a preset asks for.

        Raises FileNotFoundError if the text or the network is not at hand, ValueError if the text is too small for it.
        """
        from ...models.language import pretrained
        from .base import SHIPPED

        found = pretrained.load(preset.source or str(SHIPPED), preset.revision)

        def split(name: str, least: int = 1) -> Dataset:
            # Article by article: a tokeniser needs hundreds of bytes a token while it is at work.
            texts = [text for article in load(name) if (text := _TEXT[preset.text](article))]
            parts = [found.encode(("\n" if i else "") + text) for i, text in enumerate(texts)]
            tokens = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
            if (fills := len(tokens) // LENGTH) < least:
                what = f"the split {name} of WikiText-2 must fill {least} block{'s' * (least > 1)} of {LENGTH} tokens"
                raise ValueError(f"{what}, got {fills}; a longer text will do, or another preset")
            return blocks(tokens, LENGTH)

        validation = None if preset.validation is None else split(preset.validation)
        real, test = split(preset.train, preset.blocks or 1), spread(split(preset.test), preset.tested)
        return cls(found, real, test, validation, SPLIT[preset.text])

    def words(self, rows: Dataset) -> list[str]:
        """Return the words of blocks, shape (M, 64). The first and the last of each block may be cut, and are not."""
        return [word for text in self.pretrained.decode(rows) for word in self.split(text)[1:-1]]

    @cached_property
    def pieces(self) -> Sequence[str]:
        """The text of each token by itself, in the order of their ids."""
        found: Sequence[str] = self.pretrained.decode(np.arange(self.pretrained.config["vocab_size"])[:, None])
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of the real text."""
        return frozenset(self.words(self.real))

    @cached_property
    def digest(self) -> str:
        """A fingerprint (SHA-256) of network and text: equal for equal material only."""
        parts: Iterable[Dataset] = (self.pretrained.weights, self.real, self.test)
        return hashlib.sha256(b"".join(np.ascontiguousarray(part).tobytes() for part in parts)).hexdigest()


def spread(rows: Dataset, size: int) -> Dataset:
    """Return `size` of the rows at equal distances, or all if they are not more."""
    return rows[np.linspace(0, len(rows) - 1, min(size, len(rows))).astype(int)]
