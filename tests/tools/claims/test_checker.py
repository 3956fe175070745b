"""The checker finds what is wrong with a claim, and numbers without one."""

from __future__ import annotations

import pytest

from tools.claims.checker import bibliography, problems
from tools.claims.claim import Claim
from tools.claims.prose import veiled

SOURCES = frozenset({"shumailov2024"})


def wrong(text: str, *claims: Claim) -> str:
    return "\n".join(problems(veiled(text), list(claims), SOURCES))


def test_a_number_that_the_expression_yields_is_right() -> None:
    assert not wrong("Half is gone after **68** generations.", Claim("after 68 generations", 68, "np.log(2) * 98.5"))


def test_a_wrong_number_is_found() -> None:
    found = wrong("It takes 69 generations.", Claim("takes 69 generations", 69, "np.log(2) * 98.5"))
    assert "printed 69, but np.log(2) * 98.5 gives 68.2" in found


@pytest.mark.parametrize(("printed", "holds"), [("0.7", True), ("0.69", True), ("0.693", True), ("0.70", False)])
def test_a_number_is_right_to_half_a_unit_of_its_last_digit(printed: str, *, holds: bool) -> None:
    found = wrong(f"a share of {printed}", Claim(f"share of {printed}", float(printed), "np.log(2)"))
    assert bool(found) != holds


def test_an_expression_that_fails_is_found() -> None:
    assert "theory.nothing() raises AttributeError" in wrong("in 34 runs", Claim("in 34 runs", 34, "theory.nothing()"))


def test_a_tolerance_replaces_the_half_unit() -> None:
    assert not wrong("about 70 generations", Claim("about 70 generations", 70, "theory.half_life(100)", tolerance=2))


def test_a_fragment_that_the_page_does_not_say_is_found() -> None:
    assert "the page does not say this" in wrong("It takes long.", Claim("takes 68 generations", 68, given="set"))


def test_a_number_that_no_claim_covers_is_found() -> None:
    found = wrong("It takes 68 generations at 100 samples.", Claim("takes 68 generations", 68, given="set"))
    assert "no claim covers 100" in found
    assert "covers 68" not in found


def test_a_fragment_does_not_cover_a_part_of_a_longer_number() -> None:
    assert "no claim covers 1,000" in wrong("take 1,000", Claim("take 1", 1, given="set"))


def test_every_numeral_of_a_fragment_has_its_value() -> None:
    text = "from 115 to 34, in 5 runs"
    assert "value must list the numerals" in wrong(text, Claim(text, [115, 34], given="set"))
    assert not wrong(text, Claim(text, [115, 34, 5], given="set"))
    assert "must give 3 numbers" in wrong(text, Claim(text, [115, 34, 5], ["np.pi", "np.e"]))


def test_a_fragment_is_more_than_a_number() -> None:
    assert "must hold words" in wrong("in 34 runs", Claim("34", 34, given="set"))


def test_a_source_is_in_the_bibliography_and_says_where() -> None:
    text = "It falls to 34."
    assert "no key" in wrong(text, Claim("falls to 34", 34, source="nobody2024", where="abstract"))
    assert "must say where" in wrong(text, Claim("falls to 34", 34, source="shumailov2024"))
    assert not wrong(text, Claim("falls to 34", 34, source="shumailov2024", where="main text"))


def test_a_claim_has_exactly_one_ground() -> None:
    assert "has one of" in wrong("It falls to 34.", Claim("falls to 34", 34))
    assert "has one of" in wrong("It falls to 34.", Claim("falls to 34", 34, expression="np.pi", given="set"))


def test_a_place_is_charts_or_none() -> None:
    assert "got 'tables'" in wrong("It falls to 34.", Claim("falls to 34", 34, given="set", place="tables"))
    assert not wrong("It falls to 34.", Claim("falls to 34", 34, given="set", place="charts"))


def test_the_bibliography_holds_the_paper() -> None:
    assert "shumailov2024" in bibliography()


def test_a_fragment_is_found_across_markup_and_line_breaks() -> None:
    text = "> *Half* of it,\n> says [the paper](https://doi.org/1), goes after **68\n> generations** of `M = 100`."
    assert not wrong(text, Claim("Half of it, says the paper, goes after 68 generations of `M = 100`", 68, given="set"))
