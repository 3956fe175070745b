"""The domains of `data.digits`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments, on
from hypothesis import strategies as st
from things import NO_RNGS, NO_SAMPLES, NO_TEXTS, NOT_FINITE_DATA, RNGS
from values import MANY, NOT_SHARES, not_whole

from collapse_lib.data import digits
from collapse_lib.data.digits import Pictures


def pictures(labels):
    """Return as many pictures of 2 by 2 pixels as there are labels, each of one shade."""
    return np.repeat(np.linspace(0, 1, len(labels)), 4).reshape(-1, 2, 2)


LABELS = st.lists(st.integers(0, 9), max_size=12)
SOME = st.just(Pictures(pictures(range(12)), [*range(10), 0, 0]))
NO_IMAGES = (
    NO_SAMPLES | NOT_FINITE_DATA | st.sampled_from([np.full((3, 2, 2), 1.1), -np.ones((3, 2, 2)), np.zeros((3, 4))])
)
NO_LABELS = NO_SAMPLES | st.sampled_from([[10, 0, 0], [-1, 0, 0], [0.5, 0, 0], [[0], [0], [0]], [True] * 3])


def one_label_each(found, images, labels):
    np.testing.assert_array_equal(found.images, images)
    assert found.labels.tolist() == labels


def different_ones(found, self, size, rng):
    shades = found.images[:, 0, 0]
    assert len(found.images) == len(found.labels) == size == len(np.unique(shades))
    assert found.labels.tolist() == [self.labels[round(shade * 11)] for shade in shades]


def all_of_the_others(found, self, digit, share, rng):
    others, its = self.labels != digit, found.labels == digit
    assert (~its).sum() == others.sum()
    assert its.sum() == round(share / (1 - share) * others.sum())


ROOM = digits
TABLE = {
    "Pictures": Border(
        Pictures,
        LABELS.flatmap(lambda labels: arguments(images=st.just(pictures(labels)), labels=st.just(labels))),
        one_label_each,
        {"images": NO_IMAGES, "labels": NO_LABELS},
        apart=st.just({"images": np.zeros((3, 2, 2)), "labels": [0, 1]}),
    ),
    "Pictures.subset": Border(
        on("subset"),
        arguments(self=SOME, size=st.integers(0, 12), rng=RNGS),
        different_ones,
        {"size": not_whole(0, 12), "rng": NO_RNGS},
    ),
    "Pictures.with_rare": Border(
        on("with_rare"),
        arguments(self=SOME, digit=st.integers(0, 9), share=st.floats(0, 1 / 13), rng=RNGS),
        all_of_the_others,
        {"digit": not_whole(0, 9), "share": NOT_SHARES | MANY | st.sampled_from([1, 0.9]), "rng": NO_RNGS},
    ),
    "load": Border(
        digits.load,
        st.just({"name": "digits"}),
        lambda found, name: one_label_each(found, found.images, found.labels.tolist()),
        {"name": NO_TEXTS | st.sampled_from(["", "letters", "DIGITS"])},
    ),
    "made_with": Border(digits.made_with, st.just({}), lambda found: None),
}
