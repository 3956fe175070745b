"""The domains of `experiments.recovery`."""

from __future__ import annotations

from itertools import islice

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DATASETS, NO_MODELS, NO_POLICIES, NO_RNGS, NO_TOKENS, POLICIES, RNGS, data, tokens
from values import MANY, NOT_SHARES, SHARES, not_whole

from collapse_lib.experiments import recovery
from collapse_lib.models.gaussian import Gaussian

FEW, NO_COUNT = st.integers(0, 3), st.sampled_from([-1, 2.5, None, "3", True])
ONCE = tokens(len(recovery.BLANK.p)).filter(lambda bag: 1 in np.unique(bag, return_counts=True)[1])


def goes_on(found, since, **_):
    assert [generation.index for generation in islice(found, since + 3)] == list(range(since + 3))


def each_a_share(found, last, **_):
    assert found["copy"].tolist() == list(range(last + 1))
    assert found["left"].between(0, 1).all() and found["left"][0] == 1


ROOM = recovery
TABLE = {
    "given_back": Border(
        recovery.given_back,
        arguments(model=st.just(Gaussian()), real=data(2), policy=POLICIES, since=FEW, rng=RNGS),
        goes_on,
        {"model": NO_MODELS, "real": NO_DATASETS, "policy": NO_POLICIES, "since": not_whole(0), "rng": NO_RNGS},
    ),
    "words_left": Border(
        recovery.words_left,
        arguments(
            original=ONCE, share=SHARES, since=FEW, last=FEW, replicates=st.integers(1, 2), seed=st.integers(0, 9)
        ),
        each_a_share,
        {
            "original": NO_TOKENS | st.just([3, 3]),
            "share": NOT_SHARES | MANY,
            "since": NO_COUNT,
            "last": NO_COUNT,
            "replicates": NO_COUNT | st.just(0),
            "seed": NO_COUNT,
        },
    ),
    "pairs_left": Border(
        recovery.pairs_left,
        arguments(
            share=SHARES,
            since=FEW,
            last=FEW,
            replicates=st.integers(1, 2),
            seed=st.integers(0, 9),
            sentences=st.integers(20, 30),
        ),
        lambda found, last, **_: each_a_share(found.rename(columns={"generation": "copy"}), last),
        {
            "share": NOT_SHARES | MANY,
            "since": NO_COUNT,
            "last": NO_COUNT,
            "replicates": NO_COUNT | st.just(0),
            "seed": NO_COUNT,
            "sentences": NO_COUNT | st.just(0),
        },
    ),
    "law": Border(
        recovery.law,
        arguments(share=SHARES, since=FEW, last=FEW),
        each_a_share,
        {"share": NOT_SHARES | MANY, "since": NO_COUNT, "last": NO_COUNT},
    ),
}
