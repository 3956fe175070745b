"""What has no end to come to, and what is no question."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib import theory
from collapse_lib.models.decoding import PLAIN


def test_a_step_that_turns_in_circles_is_said_never_to_come_to_rest():
    with pytest.raises(RuntimeError, match=r"must come to rest within 100,000 generations, got a change that goes on"):
        theory.settled(lambda shares: shares[::-1], [0.4, 0.6], 0)


def test_a_step_says_something_of_each_token():
    with pytest.raises(ValueError, match=r"^a step must return shares of the same 2 tokens, got 3 shares$"):
        theory.settled(lambda shares: np.array([0.5, 0.5, 0]), [0.4, 0.6], 0)
    with pytest.raises(TypeError, match=r"^step must be callable with one argument, got float 0.9$"):
        theory.settled(0.9, [0.4, 0.6], 0)


@pytest.mark.parametrize("top_p", [0, 1])
def test_a_top_p_that_drops_all_or_nothing_leaves_no_number_of_tokens(top_p):
    with pytest.raises(ValueError, match=rf"^top_p must be a share above 0 and below 1, got {top_p}$"):
        theory.most_tokens_of_top_p(top_p)


@pytest.mark.parametrize(("top_p", "most"), [(0.1, 1), (0.5, 1), (0.51, 2), (0.9, 9), (0.95, 19), (0.96, 24)])
def test_how_many_tokens_top_p_leaves_is_the_whole_number_below_1_over_what_it_drops(top_p, most):
    assert theory.most_tokens_of_top_p(top_p) == most


@pytest.mark.parametrize("name", ["kept", "temperature", "top_p"])
def test_what_is_no_share_and_no_temperature_is_called_by_its_name(name):
    ask = {
        "kept": lambda: theory.settled(PLAIN, [0.4, 0.6], None),
        "temperature": lambda: theory.outside_share_needed(None),
        "top_p": lambda: theory.most_tokens_of_top_p(None),
    }[name]
    with pytest.raises(TypeError, match=rf"^(a )?{name} must be"):
        ask()
