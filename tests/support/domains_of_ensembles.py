"""The domains of `ensembles`."""

from __future__ import annotations

from itertools import islice, pairwise

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import (
    NO_POLICIES,
    NO_RNGS,
    RNGS,
    SIZES,
    distributions,
)
from values import not_whole

from collapse_lib import ensembles
from collapse_lib.models.categorical import Categorical, zipf
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Mix, Refresh, keep_real, replace


def lineages_narrow(found, policy, samples, lineages, rng, ddof, truth):
    for mean, std in islice(found, 3):
        assert mean.shape == std.shape == (lineages,)
        assert np.isfinite(mean).all() and (std >= 0).all()


def tokens_left(found, truth, policy, samples, rng):
    for (before, _), (after, counts) in pairwise(islice(found, 4)):
        assert set(after) <= set(before) and counts.sum() % samples == 0 and (counts > 0).all()


REPLACED = st.sampled_from([replace(), Mix(1.0), Accumulate()])
ROOM = ensembles
TABLE = {
    "gaussian": Border(
        ensembles.gaussian,
        arguments(
            policy=REPLACED | st.just(Refresh(Gaussian(), 0.3)),
            samples=st.integers(3, 50),
            lineages=SIZES,
            rng=RNGS,
            ddof=st.integers(0, 2),
            truth=st.sampled_from([None, Gaussian(2.0, 3.0)]),
        ),
        lineages_narrow,
        {
            "policy": NO_POLICIES | st.sampled_from([keep_real(0.5), Refresh(zipf(2), 0.5)]),
            "samples": not_whole(1),
            "lineages": not_whole(0),
            "rng": NO_RNGS,
            "ddof": not_whole(0, 50),  # of at most 50 samples
            "truth": st.sampled_from([0, zipf(3), Gaussian, [], False]),
        },
    ),
    "categorical": Border(
        ensembles.categorical,
        arguments(truth=distributions(5).map(Categorical), policy=REPLACED, samples=st.integers(1, 50), rng=RNGS),
        tokens_left,
        {
            "truth": st.sampled_from([None, [0.5, 0.5], Gaussian(), zipf, Categorical]),
            "samples": not_whole(1),
            "policy": NO_POLICIES | st.sampled_from([keep_real(0.5), Refresh(Gaussian(), 0.5)]),
            "rng": NO_RNGS,
        },
    ),
}
