"""The domains of `recursion`."""

from __future__ import annotations

from itertools import islice

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import (
    NO_DATASETS,
    NO_MODELS,
    NO_POLICIES,
    NO_RNGS,
    NO_SAMPLES,
    POLICIES,
    RNGS,
    SIZES,
    data,
)
from values import NOT_FINITE, not_whole

from collapse_lib import recursion
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate


def turns(found, model, real, policy, rng, budget, after):
    first = 0 if after is None else after.index + 1
    for index, generation in enumerate(islice(found, 4), first):
        assert generation.index == index
        assert len(generation.data) == min(len(generation.corpus), budget or np.inf)
        assert len(generation.corpus) == len(real) * (index + 1 if isinstance(policy, Accumulate) else 1)


def different_samples(found, data, size, rng):
    assert len(found) == size and len(np.unique(found)) == size and set(found) <= set(data)


DATA = data(2).map(lambda found: found - found + np.arange(len(found)))  # all different
HUGE = NOT_FINITE[6]  # a budget beyond the corpus reads all of it

ROOM = recursion
TABLE = {
    "generations": Border(
        recursion.generations,
        arguments(
            model=st.just(Gaussian(ddof=0)),
            real=DATA.filter(lambda real: len(real) >= 4),  # a quarter of them is one at least
            policy=POLICIES,
            rng=RNGS,
            budget=st.none() | st.integers(1, 30),
            after=st.none() | st.builds(recursion.Generation, SIZES, st.just(Gaussian()), DATA, st.just(np.zeros(0))),
        ).filter(lambda given: given["after"] is None),
        turns,
        {
            "model": NO_MODELS,
            "real": NO_DATASETS,
            "policy": NO_POLICIES,
            "rng": NO_RNGS,
            "budget": not_whole(1).filter(lambda value: value is not None and value is not HUGE),
            "after": st.sampled_from([0, "last", []]),
        },
    ),
    "Generation": Border(
        recursion.Generation, st.just({"index": 0, "model": None, "data": None, "corpus": None}), lambda *_, **__: None
    ),
    "subset": Border(
        recursion.subset,
        DATA.flatmap(lambda found: arguments(data=st.just(found), size=st.integers(0, len(found)), rng=RNGS)),
        different_samples,
        {"data": NO_SAMPLES, "size": not_whole(0, 12), "rng": NO_RNGS},
    ),
}
