"""What sampling and scoring need, as arrays. S templates, T places, V words, K kinds, D domains, L lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from ...models.categorical import zipf
from ...recursion import Dataset
from .inventory import STOP
from .templates import Template


class Arrays:
    """The arrays of a language with these `templates`, `words` (see `inventory`) and `domains`."""

    def __init__(self, templates: Mapping[Template, float], words: pd.DataFrame, domains: Sequence[str]) -> None:
        self.template_p = np.array(list(templates.values()))  # (S,)
        self.domain_p = zipf(len(domains)).p  # (D,)
        self.log_share = np.log(words.share.to_numpy())  # (V,)
        kinds = pd.Index(words.kind.unique())
        self.kind_of = kinds.get_indexer(pd.Index(words.kind)).astype(np.int16)  # (V,)
        self.domain_of = pd.Index(domains).get_indexer(pd.Index(words.domain))  # (V,), -1 where all domains share it
        self.length = max(map(len, templates)) + 1
        rows = [[*template, *[STOP] * (self.length - len(template))] for template in templates]
        self.kinds = kinds.get_indexer(np.ravel(rows)).astype(np.int16).reshape(len(rows), self.length)  # (S, T)
        self._share = words.share.to_numpy()

    @cached_property
    def log_template(self) -> dict[bytes, float]:
        """The log-probability of each row of `kinds`, by its bytes."""
        return {row.tobytes(): float(np.log(p)) for row, p in zip(self.kinds, self.template_p, strict=True)}

    @cached_property
    def _list_of(self) -> Dataset:
        pairs = self.kind_of.astype(np.int64) * (len(self.domain_p) + 1) + self.domain_of + 1
        return np.unique(pairs, return_inverse=True)[1]  # (V,)

    @cached_property
    def lists(self) -> Dataset:
        """The number of the list from which a kind is drawn in a domain, shape (K, D)."""
        lists = np.full((self.kind_of.max() + 1, len(self.domain_p)), -1)
        for kind, domain, number in zip(self.kind_of, self.domain_of, self._list_of, strict=True):
            lists[kind, slice(None) if domain < 0 else domain] = number
        return lists

    @cached_property
    def by_list(self) -> Dataset:
        """The token ids, list after list, shape (V,)."""
        return np.argsort(self._list_of, kind="stable")

    @cached_property
    def cumulative(self) -> Dataset:
        """The running sum of the shares in that order, shape (V,): list number n covers the interval [n, n + 1)."""
        sums = np.cumsum(self._share[self.by_list])
        ends = np.append(np.diff(self._list_of[self.by_list]) > 0, True)
        sums[ends] = np.arange(1, ends.sum() + 1)
        return sums
