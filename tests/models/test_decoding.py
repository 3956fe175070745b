"""A way of writing has a name that says all of it, and one that makes no sense is refused."""

from __future__ import annotations

import pytest

from collapse_lib.models.decoding import PLAIN, Decoding


@pytest.mark.parametrize(
    ("decoding", "name"),
    [
        (Decoding(), "T = 1"),
        (Decoding(temperature=0.9), "T = 0.9"),
        (Decoding(top_k=40), "top-k 40"),
        (Decoding(top_p=0.95), "top-p 0.95"),
        (Decoding(beams=5), "5 beams"),
        (Decoding(repetition_penalty=3.0), "repetition penalty 3"),
        (Decoding(0.7, 40, 0.9, 1, 1.2), "T = 0.7, top-k 40, top-p 0.9, repetition penalty 1.2"),
        (Decoding(beams=5, repetition_penalty=3.0), "5 beams, repetition penalty 3"),
    ],
)
def test_a_name_holds_all_that_is_not_plain(decoding: Decoding, name: str) -> None:
    assert str(decoding) == name


def test_the_default_is_plain_sampling() -> None:
    assert Decoding() == PLAIN == Decoding(1, None, 1, 1, 1)


@pytest.mark.parametrize("name", ["temperature", "beams", "repetition_penalty"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_what_divides_or_counts_must_be_positive(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be positive, got {value}$"):
        Decoding(**{name: value})


@pytest.mark.parametrize("value", [0, 1.5, -0.1, float("nan")])
def test_top_p_is_a_share_above_0(value: float) -> None:
    with pytest.raises(ValueError, match=rf"^top_p must be a share above 0, got {value}$"):
        Decoding(top_p=value)


@pytest.mark.parametrize("value", [0, -3])
def test_top_k_keeps_at_least_one_token(value: int) -> None:
    with pytest.raises(ValueError, match=rf"^top_k must be at least 1 token, got {value}$"):
        Decoding(top_k=value)


@pytest.mark.parametrize("taste", [{"temperature": 0.9}, {"top_k": 3}, {"top_p": 0.9}])
def test_beams_are_not_combined_with_a_taste_that_would_have_no_effect(taste: dict) -> None:
    with pytest.raises(ValueError, match=r"^beams follow the likeliest and are not combined with another taste, got D"):
        Decoding(beams=2, **taste)
