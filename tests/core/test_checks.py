"""Checks of single numbers: the bounds themselves are inside, and what is refused is told in the fewest digits."""

from __future__ import annotations

import re

import numpy as np
import pytest

from collapse_lib import checks

TOLD = [
    (lambda: checks.share(10, "kept"), "kept must be a share between 0 and 1, got 10; 10% is 0.1"),
    (lambda: checks.share(100, "kept"), "kept must be a share between 0 and 1, got 100; 100% is 1"),
    (lambda: checks.share([0.5, -1], "kept"), "kept must be a share between 0 and 1, got -1"),
    (lambda: checks.share(101, "kept"), "kept must be a share between 0 and 1, got 101"),
    (lambda: checks.share(np.nan, "kept"), "kept must be a share between 0 and 1, got nan"),
    (lambda: checks.finite_number(np.inf, "width"), "width must be a finite number, got inf"),
    (lambda: checks.finite_number(-1, "width", least=0), "width must be a finite number at least 0, got -1"),
    (lambda: checks.finite_number(9.5, "width", most=9), "width must be a finite number at most 9, got 9.5"),
    (lambda: checks.finite_number(0, "width", above=0), "width must be a finite number above 0, got 0"),
    (
        lambda: checks.finite_number(2**53, "width", least=0, most=2**53 - 1),
        "width must be a finite number between 0 and 9007199254740991.0, got 9007199254740992.0",
    ),
    (
        lambda: checks.finite_number(3, "width", above=0, most=2),
        "width must be a finite number above 0 and at most 2, got 3",
    ),
    (lambda: checks.whole(0, "interval", least=1), "interval must be at least 1, got 0"),
    (lambda: checks.whole(0, "interval", least=1, most=checks.LARGEST), "interval must be at least 1, got 0"),
    (lambda: checks.whole(3, "ddof", most=1), "ddof must lie between 0 and 1, got 3"),
    (lambda: checks.whole(-1, "ddof", most=1), "ddof must lie between 0 and 1, got -1"),
    (lambda: checks.whole_numbers([1, 2.5], "refits"), "refits must be a whole number at least 0, got 2.5"),
    (lambda: checks.whole_numbers(9, "group", most=3), "group must be a whole number between 0 and 3, got 9"),
]
KINDS = [
    (lambda: checks.whole(True, "beams"), "beams must be a whole number, got True"),
    (lambda: checks.whole(2.5, "beams"), "beams must be a whole number, got 2.5"),
    (lambda: checks.share(True, "kept"), "kept must be a number, got True"),
    (lambda: checks.share("0.5", "kept"), "kept must be numbers, got texts, the first 0.5"),
    (lambda: checks.one([0.5], "kept"), "kept must be one number, got list of shape (1,)"),
]


@pytest.mark.parametrize(("call", "message"), TOLD, ids=[message for _, message in TOLD])
def test_a_number_outside_is_told_with_its_domain(call, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        call()


@pytest.mark.parametrize(("call", "message"), KINDS, ids=[message for _, message in KINDS])
def test_another_kind_of_thing_is_told_apart(call, message):
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        call()


def test_without_bounds_every_finite_number_is_inside():
    assert checks.finite_number([-1e308, 1e308], "width").tolist() == [-1e308, 1e308]
    assert checks.whole(10**400, "seed") == 10**400
    assert checks.finite_number(2, "width", above=1) == 2
