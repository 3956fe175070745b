"""The domains of `checks.scalars`: what is let through comes out as it went in, as a float or an int."""

from __future__ import annotations

import numpy as np
from domains import Border, arguments
from hypothesis import strategies as st
from values import LARGEST, MANY, NOT_NUMBERS, NOT_SHARES, SHARES, not_between, not_whole, whole

from collapse_lib.checks import scalars as ROOM

HERE = st.floats(-2, 3) | st.integers(-2, 3) | st.sampled_from([-2, 3])
INTEGERS = st.integers(-(10**400), 10**400)
NO_INTEGERS = NOT_NUMBERS.filter(lambda value: not isinstance(value, int) or isinstance(value, bool)) | MANY


def as_float(found, value):
    assert np.all(found == value) and np.asarray(found).dtype == float


def as_int(found, value):
    assert found == value and type(found) is int


def as_it_is(found, value):
    assert found is value


def nothing(found, **given):
    assert found is None


def array_or_one(numbers):
    """Return a strategy of a number, or of an array of some."""
    return numbers | st.lists(numbers, max_size=3).map(np.array)


TABLE = {
    "finite_number": Border(
        lambda value: ROOM.finite_number(value, "value", least=-2, most=3, above=-2.5),
        arguments(value=array_or_one(HERE)),
        as_float,
        {"value": not_between(-2, 3)},
    ),
    "share": Border(
        lambda value: ROOM.share(value, "value"),
        arguments(value=array_or_one(SHARES)),
        as_float,
        {"value": NOT_SHARES},
    ),
    "one": Border(
        lambda value: ROOM.one(value, "value"),
        arguments(value=st.floats() | st.integers()),
        as_it_is,
        {"value": st.sampled_from([None, "1", True, [1], np.ones((1, 1)), 1j, object()])},
    ),
    "whole": Border(
        lambda value: ROOM.whole(value, "value", least=2, most=9),
        arguments(value=whole(2, 9)),
        as_int,
        {"value": not_whole(2, 9) | st.just(3.0) | MANY},
    ),
    "whole_numbers": Border(
        lambda value: ROOM.whole_numbers(value, "value"),
        arguments(value=array_or_one(whole() | st.integers(0, LARGEST).map(float))),
        as_float,
        {"value": not_whole(0, LARGEST)},
    ),
    "some": Border(
        ROOM.some, arguments(samples=st.integers(1)), nothing, {"samples": NO_INTEGERS | st.integers(max_value=0)}
    ),
    "more_samples_than_ddof": Border(
        ROOM.more_samples_than_ddof,
        st.integers(0).flatmap(lambda ddof: arguments(samples=st.integers(ddof + 1), ddof=st.just(ddof))),
        nothing,
        {"samples": NO_INTEGERS, "ddof": NO_INTEGERS},
        apart=INTEGERS.flatmap(lambda ddof: arguments(samples=st.integers(max_value=ddof), ddof=st.just(ddof))),
    ),
    "size": Border(
        lambda size: ROOM.size(size),
        arguments(size=st.integers(0, ROOM.LARGEST)),
        lambda found, size: as_int(found, size),
        {"size": NO_INTEGERS | st.integers(max_value=-1) | st.integers(min_value=ROOM.LARGEST + 1)},
    ),
}
