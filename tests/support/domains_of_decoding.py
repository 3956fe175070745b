"""The domains of `models.decoding`."""

from __future__ import annotations

import math

from domains import Border, arguments
from hypothesis import strategies as st
from values import MANY, NOT_SHARES, SHARES, not_between, not_whole, whole

from collapse_lib.models import decoding
from collapse_lib.models.decoding import PLAIN, Decoding

SCALES = st.floats(1e-6, 1e6) | st.sampled_from([1, 1e-6, 1e6, 0.9, 0.9 + 1e-9, 1 + 2**-52])
LIKELY = SHARES.filter(bool)
TASTES = arguments(
    temperature=SCALES, top_k=st.none() | whole(1), top_p=LIKELY, beams=st.just(1), repetition_penalty=SCALES
)
BEAMS = arguments(beams=whole(1), repetition_penalty=SCALES)
NO_TASTES = [{"temperature": 0.9}, {"top_k": 3}, {"top_p": 0.5}]


def called_by_all_that_it_is(found, **given):
    assert all(getattr(found, name) == value for name, value in given.items())
    assert (str(found) == "T = 1") == (found == PLAIN)
    nearly = Decoding(repetition_penalty=math.nextafter(found.repetition_penalty, 1e6), beams=found.beams)
    other = Decoding(repetition_penalty=found.repetition_penalty, beams=found.beams)
    assert (str(nearly) == str(other)) == (nearly == other)


ROOM = decoding
TABLE = {
    "Decoding": Border(
        Decoding,
        TASTES | BEAMS,
        called_by_all_that_it_is,
        {
            "temperature": not_between(1e-6, 1e6) | MANY,
            "repetition_penalty": not_between(1e-6, 1e6) | MANY,
            "top_k": not_whole(1).filter(lambda k: k is not None and not (isinstance(k, int) and k > 1)),
            "top_p": NOT_SHARES | MANY | st.just(0),
            "beams": not_whole(1).filter(lambda beams: not (isinstance(beams, int) and beams > 1)),
        },
        apart=st.builds(lambda taste, beams: {**taste, "beams": beams}, st.sampled_from(NO_TASTES), st.integers(2)),
    ),
}
