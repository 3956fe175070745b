"""The domains of `experiments.telephone`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_POLICIES, NO_RNGS, NO_TOKENS, POLICIES, RNGS, SIZES, tokens
from values import not_whole

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments import telephone
from collapse_lib.policies import replace

BAGS = tokens(len(LANGUAGE.vocabulary))
ONCE = BAGS.filter(lambda bag: 1 in np.unique(bag, return_counts=True)[1])
FEW = st.integers(0, 3)


def words(found, size, rng):
    assert found.shape == (size,) and (found > 0).all() and (found < len(LANGUAGE.vocabulary)).all()


def as_many(found, bag):
    assert sum(found.values()) == len(bag)


def each_as_long(found, original, policy, count, rng):
    assert found.shape == (count + 1, len(original)) and set(found.flat) <= set(original)


def falls_from_1(found, count, **_):
    assert found["copy"].tolist() == list(range(count + 1)) and found["left"].iloc[0] == 1


ROOM = telephone
TABLE = {
    "bag": Border(telephone.bag, arguments(size=SIZES, rng=RNGS), words, {"size": not_whole(0), "rng": NO_RNGS}),
    "word_counts": Border(telephone.word_counts, arguments(bag=BAGS), as_many, {"bag": NO_TOKENS}),
    "copies": Border(
        telephone.copies,
        arguments(original=tokens(len(LANGUAGE.vocabulary), least=5), policy=POLICIES, count=FEW, rng=RNGS),
        each_as_long,
        {
            "original": NO_TOKENS,
            "policy": NO_POLICIES,
            "count": not_whole(0).filter(lambda count: not isinstance(count, int) or count < 0 or count is True),
            "rng": NO_RNGS,
        },
    ),
    "share_left": Border(
        telephone.share_left,
        arguments(
            original=ONCE, policies=st.just({"replace": replace()}), count=FEW, runs=st.integers(1, 3), seed=SIZES
        ),
        falls_from_1,
        {
            "original": NO_TOKENS | st.just([3, 3]),
            "policies": st.sampled_from([None, {}, [replace()], {"replace": None}, {"replace": replace}]),
            "count": st.sampled_from([-1, 2.5, None, "3", True]),
            "runs": st.sampled_from([0, -1, 2.5, None, "3", True]),
            "seed": st.sampled_from([-1, 2.5, None, "3", True]),
        },
    ),
}
