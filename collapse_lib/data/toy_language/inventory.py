"""The lexicon and the plain words of a grammar as one table: a row per word, most frequent word first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from ... import checks
from ...models.categorical import zipf
from .templates import Template

Lexicon = Mapping[str, str]
STOP = "."


def lexica(domains: Mapping[str, Lexicon], shared: Lexicon) -> None:
    """Raise TypeError or ValueError unless each domain, and what all share, maps lists to their words, a text each."""
    for name, lists in {**domains, "what all share": shared}.items():
        for kind, words in checks.mapping(lists, f"the lists of {name}").items():
            checks.text(words, f"the words of {kind}")


def readable(templates: Mapping[Template, float], domains: Mapping[str, Lexicon]) -> None:
    """Raise ValueError unless the words of a sentence tell its domain: each template names a list that all have."""
    if len({frozenset(lists) for lists in domains.values()}) != 1:
        raise ValueError(f"all domains must have the same lists, got {[sorted(words) for words in domains.values()]}")
    own = set(next(iter(domains.values())))
    for template in templates:
        if own.isdisjoint(template):
            raise ValueError(f"every template must name a list that domains do not share, got {' '.join(template)!r}")


def inventory(templates: Mapping[Template, float], domains: Mapping[str, Lexicon], shared: Lexicon) -> pd.DataFrame:
    """Return the columns word, kind, domain, share and expected; the row number is the token id.

    `kind` is the list that the word stands in (for a plain word of the grammar, the word itself), `domain` its domain
    or "" when all domains share it. `share` is its probability within the list. `expected` is how often it stands in a
    sentence on average. The full stop is id 0; the others follow by `expected`. Lists that no template names are left
    out.

    Raises ValueError if a word stands in the lexicon and the grammar, or in two lists.
    """
    uses = _uses(templates)
    rows = [*_rows(domains, shared), *((word, word, "", 1.0) for word in sorted(_plain(templates, domains, shared)))]
    table = pd.DataFrame(rows, columns=["word", "kind", "domain", "share"])
    repeated = table.word[table.word.duplicated()]
    if len(repeated):
        raise ValueError(f"every word must stand in one list only, got {sorted(set(repeated))} more than once")
    popularity = dict(zip(domains, zipf(len(domains)).p, strict=True)) | {"": 1.0}
    table = table[table.kind.isin(uses.keys())].copy()
    table["expected"] = table.kind.map(uses) * table.domain.map(popularity) * table.share
    table["rank"] = table.expected.where(table.word != STOP, float("inf"))
    return table.sort_values("rank", ascending=False, kind="stable", ignore_index=True).drop(columns="rank")


def _rows(domains: Mapping[str, Lexicon], shared: Lexicon) -> Iterator[tuple[str, str, str, float]]:
    for domain, lists in [*domains.items(), ("", shared)]:
        for kind, words in lists.items():
            shares = zipf(len(words.split())).p
            yield from ((word, kind, domain, share) for word, share in zip(words.split(), shares, strict=True))


def _plain(templates: Mapping[Template, float], domains: Mapping[str, Lexicon], shared: Lexicon) -> set[str]:
    lists = set(shared).union(*domains.values())
    return {STOP}.union(*templates) - lists


def _uses(templates: Mapping[Template, float]) -> Mapping[str, float]:
    """Return how often a sentence draws on each list on average."""
    uses = defaultdict(float, {STOP: 1.0})
    for template, probability in templates.items():
        for kind in template:
            uses[kind] += probability
    return uses
