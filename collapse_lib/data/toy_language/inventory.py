"""The lexicon and the plain words of a grammar as one table: a row per word, most frequent word first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from ...models.categorical import zipf
from .shapes import Shape

Lexicon = Mapping[str, str]
STOP = "."


def inventory(shapes: Mapping[Shape, float], worlds: Mapping[str, Lexicon], shared: Lexicon) -> pd.DataFrame:
    """Return the columns word, kind, world, share and expected; the row number is the token id.

    `kind` is the list that the word stands in (for a plain word of the grammar, the word itself), `world` its world or
    "" when all worlds share it. `share` is its probability within the list. `expected` is how often it stands in a
    sentence on average. The full stop is id 0; the others follow by `expected`. Lists that no shape names are left out.

    Raises ValueError if a word stands in the lexicon and the grammar, or in two lists.
    """
    uses = _uses(shapes)
    rows = [*_rows(worlds, shared), *((word, word, "", 1.0) for word in sorted(_plain(shapes, worlds, shared)))]
    table = pd.DataFrame(rows, columns=["word", "kind", "world", "share"])
    repeated = table.word[table.word.duplicated()]
    if len(repeated):
        raise ValueError(f"every word must stand in one list only, got {sorted(set(repeated))} more than once")
    popularity = dict(zip(worlds, zipf(len(worlds)).p, strict=True)) | {"": 1.0}
    table = table[table.kind.isin(uses.keys())].copy()
    table["expected"] = table.kind.map(uses) * table.world.map(popularity) * table.share
    table["rank"] = table.expected.where(table.word != STOP, float("inf"))
    return table.sort_values("rank", ascending=False, kind="stable", ignore_index=True).drop(columns="rank")


def _rows(worlds: Mapping[str, Lexicon], shared: Lexicon) -> Iterator[tuple[str, str, str, float]]:
    for world, lists in [*worlds.items(), ("", shared)]:
        for kind, words in lists.items():
            shares = zipf(len(words.split())).p
            yield from ((word, kind, world, share) for word, share in zip(words.split(), shares, strict=True))


def _plain(shapes: Mapping[Shape, float], worlds: Mapping[str, Lexicon], shared: Lexicon) -> set[str]:
    lists = set(shared).union(*worlds.values())
    return {STOP}.union(*shapes) - lists


def _uses(shapes: Mapping[Shape, float]) -> Mapping[str, float]:
    """Return how often a sentence draws on each list on average."""
    uses = defaultdict(float, {STOP: 1.0})
    for shape, probability in shapes.items():
        for kind in shape:
            uses[kind] += probability
    return uses
