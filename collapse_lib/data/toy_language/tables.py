"""What sampling and scoring need of a language, as arrays. S shapes, T words, V words, K kinds, W worlds, L lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from ...models.categorical import zipf
from ...recursion import Dataset
from .inventory import STOP
from .shapes import Shape


class Tables:
    """The arrays of a language with these `shapes`, `words` (see `inventory`) and `worlds`."""

    def __init__(self, shapes: Mapping[Shape, float], words: pd.DataFrame, worlds: Sequence[str]) -> None:
        self.shape_p = np.array(list(shapes.values()))  # (S,)
        self.world_p = zipf(len(worlds)).p  # (W,)
        self.log_share = np.log(words.share.to_numpy())  # (V,)
        kinds = pd.Index(words.kind.unique())
        self.kind_of = kinds.get_indexer(pd.Index(words.kind)).astype(np.int16)  # (V,)
        self.world_of = pd.Index(worlds).get_indexer(pd.Index(words.world))  # (V,), -1 where all worlds share the word
        self.length = max(map(len, shapes)) + 1
        rows = [[*shape, *[STOP] * (self.length - len(shape))] for shape in shapes]
        self.kinds = kinds.get_indexer(np.ravel(rows)).astype(np.int16).reshape(len(rows), self.length)  # (S, T)
        self._share = words.share.to_numpy()

    @cached_property
    def log_shape(self) -> dict[bytes, float]:
        """The log-probability of each row of `kinds`, by its bytes."""
        return {row.tobytes(): float(np.log(p)) for row, p in zip(self.kinds, self.shape_p, strict=True)}

    @cached_property
    def _list_of(self) -> Dataset:
        pairs = self.kind_of.astype(np.int64) * (len(self.world_p) + 1) + self.world_of + 1
        return np.unique(pairs, return_inverse=True)[1]  # (V,)

    @cached_property
    def lists(self) -> Dataset:
        """The number of the list from which a kind is drawn in a world, shape (K, W)."""
        lists = np.full((self.kind_of.max() + 1, len(self.world_p)), -1)
        for kind, world, number in zip(self.kind_of, self.world_of, self._list_of, strict=True):
            lists[kind, slice(None) if world < 0 else world] = number
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
