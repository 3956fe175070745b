"""Every number in the prose is cited, computed or chosen; and the checker that says so can be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.claims.checker import CHAPTERS, ROOT, Claim, bibliography, check, page_of, problems
from tools.claims.prose import NUMERAL, veiled
from tools.claims.values import evaluate

FILES = sorted((ROOT / "claims").glob("*.yml"))
PAGES = sorted({*CHAPTERS, *map(page_of, FILES)})
SOURCES = frozenset({"shumailov2024"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_says_nothing_in_numbers_that_is_not_cited_computed_or_chosen(page: Path) -> None:
    found = check(page)
    assert not found, "\n".join(found)


def test_every_chapter_is_checked() -> None:
    assert [page.stem[:2] for page in CHAPTERS] == [f"{number:02d}" for number in range(1, 9)]


def wrong(text: str, *claims: Claim, complete: bool = True) -> str:
    return "\n".join(problems(text, list(claims), SOURCES, complete=complete))


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


def test_a_page_other_than_a_chapter_may_say_more_than_it_claims() -> None:
    assert not wrong("It takes 68 generations at 100 samples.", complete=False)


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


def test_the_bibliography_holds_the_paper() -> None:
    assert "shumailov2024" in bibliography()


def test_expressions_know_numpy_pandas_and_the_library_by_name() -> None:
    assert evaluate("np.sqrt(4)") == 2
    assert evaluate("pd.Series([1, 2]).sum()") == 3
    assert evaluate("[policies.keep_real(g).gamma for g in (0.1,)]") == [0.1]
    assert evaluate("gaussian.Gaussian(0.0, 2.0).std") == 2


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        (
            "12 of 1,000, or 1,234,567; 0.69 and −3 and -4; 4–6",
            ["12", "1,000", "1,234,567", "0.69", "−3", "-4", "4", "6"],
        ),
        ("10% of 90 languages, 5-way search, 64-token blocks, (10,20)", ["10", "90", "5", "64", "10", "20"]),
        ("after 9 generations in 2016, two thirds, half, ten per cent", ["9", "2016"]),
        ("a list of (3) or:\n\n1. first\n2) second", ["3"]),
        ("`keep_real(0.1)` and $M = 100$ and $$\n\\pi^2/6\n$$ and 7", ["7"]),
        ("costs \\$5 and \\$6", ["5", "6"]),
        ("# Chapter of 3\n\ntext 4\n\n### 5 things", ["4"]),
        ("```python\nx = 1\n```\n2", ["2"]),
        ('<details id="q1"><summary>8 copies</summary>', ["8"]),
        ("[after 3 copies](page4.ipynb#s5) ![9 bars](fig10.png) https://example.org/11 arXiv:2305.17493", ["3", "9"]),
        ("W2, Q1, T4, OPT-125m, WikiText-2, GPT-2 and Wasserstein-2, top-10", ["10"]),
        ("chapters 3 and 4, generations 1 to 9, Theorem 3.1, generation 0, Python 3.11", []),
        ("Shumailov et al. (2024), [Borkar 2025](https://doi.org/1), Dey and Donoho 2024, (Borkar 2025)", []),
        ("[by 2025 it is 7](https://doi.org/1); in 2024", ["7", "2024"]),
        ("5 minutes to read, 3 to 4 min\n\n## Now\n\nit runs for 6 minutes", ["6"]),
        ("<code>run(9)</code> and <pre>\n8\n</pre> at 11:00, 5 to 15:30; 3:4", ["5", "3", "4"]),
        ("> a quoted 7\n> and 8", ["7", "8"]),
    ],
)
def test_what_counts_as_a_number(text: str, numerals: list[str]) -> None:
    assert NUMERAL.findall(veiled(text)) == numerals


def test_a_fragment_is_found_across_markup_and_line_breaks() -> None:
    text = "> *Half* of it,\n> says [the paper](https://doi.org/1), goes after **68\n> generations** of `M = 100`."
    assert not wrong(text, Claim("Half of it, says the paper, goes after 68 generations of `M = 100`", 68, given="set"))
