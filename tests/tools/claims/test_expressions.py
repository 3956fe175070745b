"""An expression computes numerals, one by one; what it does not compute it calls given."""

from __future__ import annotations

from typing import Any

import pytest

from tools.claims.checker import problems
from tools.claims.claim import Claim
from tools.claims.values import bare, evaluate

TEXT = "after 100 generations, and 88% after 500"


def wrong(expression: Any, **settings: Any) -> str:
    claim = Claim(TEXT, [100, 88, 500], expression, **settings)
    return "\n".join(problems(TEXT, [claim], frozenset()))


def test_items_that_are_given_are_not_computed() -> None:
    assert not wrong(["given", "theory.half_life(100) + 20", {"given": "a setting"}])
    assert "printed 88" in wrong(["given", "theory.half_life(100)", "given"])


def test_an_item_may_yield_several_numbers() -> None:
    assert not wrong(["np.array([100, 88])", "given"])
    assert "must give 3 numbers" in wrong(["np.array([100, 88, 500])", "given"])


def test_names_are_worked_out_in_order() -> None:
    let = {"half": "theory.half_life(100)", "more": "half + 20"}
    assert not wrong(["given", "more", "given"], let=let)
    assert "NameError" in wrong(["given", "more", "given"], let=dict(reversed(let.items())))


def test_what_two_claims_cache_by_the_same_words_is_computed_once() -> None:
    of_one, of_another = (
        evaluate("made", (("made", "cache(lambda seed: np.random.default_rng(seed))"),)) for _ in "ab"
    )
    assert of_one(1) is of_another(1) is not of_one(2)


@pytest.mark.parametrize(
    "expression", ["1 * 10", "8 + 55", "000", "[100, 100 * theory.half_life(100)]", "[10] + [np.pi]"]
)
def test_an_expression_that_names_nothing_is_refused(expression: str) -> None:
    assert bare(expression)
    assert f"{expression} checks nothing but itself: write `given`" in wrong([expression, "given", "given"])


@pytest.mark.parametrize(
    "expression", ["np.pi**2 / 6", "[100 * n for n in (1, 2)]", "[theory.half_life(100)] * 2", "(lambda x: x)(3)"]
)
def test_an_expression_may_hold_numbers_beside_names(expression: str) -> None:
    assert not bare(expression)


def test_a_bare_number_is_not_hidden_behind_a_name() -> None:
    assert "88 checks nothing but itself" in wrong(["given", "x", "given"], let={"x": "88"})


def test_an_expression_in_which_all_is_given_is_refused() -> None:
    assert "if all is given, write given: and the reason" in wrong(["given", "given", {"given": "a setting"}])


def test_expressions_know_numpy_pandas_and_the_library_by_name() -> None:
    assert evaluate("np.sqrt(4)") == 2
    assert evaluate("pd.Series([1, 2]).sum()") == 3
    assert evaluate("[policies.keep_real(g).gamma for g in (0.1,)]") == [0.1]
    assert evaluate("gaussian.Gaussian(0.0, 2.0).std") == 2
