"""The domains of `data.text`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_IDS, NO_SAMPLES
from values import LARGEST, not_whole

from collapse_lib.data import text
from collapse_lib.data.text import Vocabulary

WORDS = st.lists(st.sampled_from(["a", "b", "gull", "", "é", "A", ".", "\0"]), max_size=8)
DIFFERENT = WORDS.map(lambda words: list(dict.fromkeys(words)))
NO_WORDS = st.sampled_from([None, 3, b"ab", [1], ["a", None], ["a", b"b"], [["a"]], True, 2.5, np.array([1.0])])
THREE = Vocabulary(("a", "b", "c"))
RUNNING = st.integers(1, 20).flatmap(lambda n: arguments(ids=st.just(np.arange(n)), length=st.integers(1, n)))


def back_and_forth(found, words):
    assert len(found) == len(words) and found.decode(found.encode(words)) == words
    assert all(word in found for word in words) and "another" not in found


def frequent_first(found, words):
    assert set(found.words) == set(words)
    counts = [words.count(word) for word in found.words]
    assert counts == sorted(counts, reverse=True)


def as_they_stand(found, self, words):
    assert [self.words[i] for i in found] == words and found.dtype == np.int64


def in_order(found, ids, length):
    assert found.shape == (len(ids) // length, length)
    np.testing.assert_array_equal(found.ravel(), ids[: found.size])


ROOM = text
TABLE = {
    "Vocabulary": Border(
        Vocabulary,
        arguments(words=DIFFERENT),
        back_and_forth,
        {"words": NO_WORDS | st.sampled_from([["a", "a"], "aba", ("a", "b", "a")])},
    ),
    "Vocabulary.by_count": Border(Vocabulary.by_count, arguments(words=WORDS), frequent_first, {"words": NO_WORDS}),
    "Vocabulary.encode": Border(
        on("encode"),
        arguments(self=st.just(THREE), words=st.lists(st.sampled_from(THREE.words))),
        as_they_stand,
        {"words": NO_WORDS | st.sampled_from([["a", "d"], "abd", [""]])},
    ),
    "Vocabulary.decode": Border(
        on("decode"),
        arguments(self=st.just(THREE), ids=st.lists(st.integers(0, 2))),
        lambda found, self, ids: as_they_stand(np.array(ids, dtype=np.int64), self, found),
        {"ids": NO_IDS | st.just([3])},
    ),
    "blocks": Border(
        text.blocks,
        RUNNING,
        in_order,
        {"ids": NO_SAMPLES | st.sampled_from([[], [[0, 1]]]), "length": not_whole(1, LARGEST) | st.just(21)},
    ),
}
