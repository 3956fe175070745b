"""The domains of `policies`."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from things import (
    NO_DATASETS,
    NO_POLICIES,
    NO_RNGS,
    NO_SAMPLERS,
    NO_SAMPLES,
    POLICIES,
    RNGS,
    SIZES,
    data,
)
from values import MANY, NOT_SHARES, SHARES, not_between, not_whole

from collapse_lib import policies
from collapse_lib.models.gaussian import Gaussian
from collapse_lib.policies import Accumulate, Filter, Mix, Refresh, keep_real, replace


def as_many(found, self, real, corpus, synthetic, rng):
    assert len(found) == len(real) + (len(corpus) if isinstance(self, Accumulate) else 0)
    assert set(found) <= {*real, *corpus, *synthetic}


def as_shared(found, self, size):
    assert sum(found) == size
    assert np.abs(np.subtract(found, np.multiply((self.alpha, self.beta, self.gamma), size))).max() <= 1


def nearest(found, self, size):
    assert 0 <= found <= size and abs(found - self.fraction * size) <= 0.5


DATA = data(2).map(lambda found: found - found + np.arange(len(found)))  # all different
PARTS = DATA.flatmap(
    lambda real: arguments(real=st.just(real), corpus=st.just(real + 100), synthetic=st.just(real - 100))
)

REFRESHED = SHARES.map(lambda share: Refresh(Gaussian(), share))
SHARES_OF_1 = st.tuples(*3 * [st.integers(0, 50)]).filter(any).map(lambda n: np.array(n) / sum(n))

NOT_ONE = not_between() | MANY
NO_PARTS = {"real": NO_DATASETS, "corpus": NO_SAMPLES, "synthetic": NO_SAMPLES, "rng": NO_RNGS}

OTHER_SHAPE = st.sampled_from(
    [{name: np.zeros((3, 2))} for name in ("corpus", "synthetic")] + [{"real": np.zeros((3, 2))}]
)


def no_more(found, self, real, corpus, synthetic, rng):
    assert 0 < len(found) <= len(synthetic) and set(found) <= {*synthetic}


ROUNDS_NOTHING = Accumulate, Filter


def shared_out(self, size):
    """Every share of these gets a sample at this size, as far as its exact part says so."""
    shares = getattr(self, "fraction", None)
    shares = (self.alpha, self.beta, self.gamma) if shares is None else (shares, 1 - shares)
    return all(share * size > 1 or share < 1e-9 for share in shares)


def called(instances, law=as_many):
    each = st.builds(lambda self, parts, rng: {"self": self, **parts, "rng": rng}, instances, PARTS, RNGS)
    return Border(
        lambda self, **given: self(**given),
        each.filter(
            lambda given: isinstance(given["self"], ROUNDS_NOTHING) or shared_out(given["self"], len(given["real"]))
        ),
        law,
        NO_PARTS,
        apart=OTHER_SHAPE,
    )


class Again:
    """A truth that only has what the others have, so that nothing can come from elsewhere."""

    def sample(self, size, *, rng):
        return np.full(size, -100.0)


def first(samples):
    """Accept the first sample, and others by halves."""
    return np.where(np.arange(len(samples)), 0.5, 1.0)


ROOM = policies
TABLE = {
    "Mix": Border(
        Mix,
        SHARES_OF_1.map(lambda three: dict(zip(("alpha", "beta", "gamma"), three, strict=True))),
        lambda found, **_: None,
        dict.fromkeys(("alpha", "beta", "gamma"), NOT_ONE | st.sampled_from([-0.5, 1 + 1e-6, 90, 100])),
        apart=st.sampled_from(
            [{"alpha": a, "beta": b, "gamma": 0} for a, b in ((0.5, 0.5 + 1e-6), (0.9, 0), (90, 10))]
        ),
    ),
    "Mix.__call__": called(SHARES_OF_1.map(lambda three: Mix(*three))),
    "Mix.parts": Border(
        lambda self, size: self.parts(size),
        arguments(self=SHARES_OF_1.map(lambda three: Mix(*three)), size=SIZES).filter(
            lambda given: shared_out(**given)
        ),
        as_shared,
        {"size": not_whole(0)},
        apart=st.sampled_from([{"self": Mix(0.9, 0, 0.1), "size": 5}, {"self": Mix(0.02, 0.98), "size": 20}]),
    ),
    "replace": Border(replace, st.just({}), lambda found: None),
    "keep_real": Border(keep_real, arguments(share=SHARES), lambda found, share: None, {"share": NOT_SHARES | MANY}),
    "Accumulate": Border(Accumulate, st.just({}), lambda found: None),
    "Accumulate.__call__": called(st.just(Accumulate())),
    "Refresh": Border(
        Refresh,
        arguments(truth=st.just(Gaussian()), fraction=SHARES),
        lambda found, **_: None,
        {"truth": NO_SAMPLERS, "fraction": NOT_SHARES | MANY},
    ),
    "Refresh.fresh": Border(
        lambda self, size: self.fresh(size),
        arguments(self=REFRESHED, size=SIZES).filter(lambda given: shared_out(**given)),
        nearest,
        {"size": not_whole(0)},
        apart=st.sampled_from([{"self": Refresh(Gaussian(), share), "size": 5} for share in (0.1, 0.95)]),
    ),
    "Refresh.__call__": called(SHARES.map(lambda share: Refresh(Again(), share))),
    "Filter": Border(
        Filter,
        arguments(verifier=st.just(first), policy=POLICIES),
        lambda found, **_: None,
        {"verifier": st.sampled_from([None, 0.5, "yes", Filter, lambda: 1, [first]]), "policy": NO_POLICIES},
    ),
    "Filter.__call__": called(st.just(Filter(first)), no_more),
    "standard_policies": Border(policies.standard_policies, st.just({}), lambda found: None),
}
