"""The borders of `theory.outside`, for the table of `theory`."""

from __future__ import annotations

import numpy as np
import pytest
from domains import Border, arguments
from hypothesis import strategies as st
from things import NO_DISTRIBUTIONS, distributions
from values import MANY, NOT_SHARES, SHARES, not_between

from collapse_lib import theory
from collapse_lib.models.decoding import Decoding
from collapse_lib.models.procedures import Blurred, Tempered

STEPS = st.sampled_from(
    [Decoding(), Decoding(0.8), Decoding(1.3), Decoding(top_k=2), Decoding(top_p=0.8), Decoding(beams=5), Blurred(0.2)]
)
NO_STEPS = st.sampled_from([None, 0.9, "T = 0.9", Tempered, lambda: None, lambda shares: [1.0], lambda shares: None])


def at_rest(found, step, real, kept):
    assert found.sum() == pytest.approx(1) and (found >= kept * np.asarray(real) - 1e-12).all()
    assert found == pytest.approx((1 - kept) * step(found) + kept * np.asarray(real), abs=1e-9)


def what_is_missing_to_1(found, temperature):
    assert 0 <= found < 1 and found == pytest.approx(max(0, 1 - temperature))


def each_is_above_what_may_go(found, top_p):
    assert found >= 1
    assert found == 1 or found * (1 - top_p) < 1 + 1e-6


BORDERS = {
    "settled": Border(
        theory.settled,
        arguments(step=STEPS, real=distributions(4), kept=SHARES.filter(lambda share: share == 0 or share > 1e-3)),
        at_rest,
        {"step": NO_STEPS, "real": NO_DISTRIBUTIONS, "kept": NOT_SHARES | MANY},
    ),
    "outside_share_needed": Border(
        theory.outside_share_needed,
        arguments(temperature=st.floats(1e-3, 1e3)),
        what_is_missing_to_1,
        {"temperature": not_between(0) | MANY | st.just(0)},
    ),
    "most_tokens_of_top_p": Border(
        theory.most_tokens_of_top_p,
        arguments(top_p=SHARES.filter(lambda share: 0 < share < 1)),
        each_is_above_what_may_go,
        {"top_p": NOT_SHARES | MANY | st.sampled_from([0, 1])},
    ),
}
