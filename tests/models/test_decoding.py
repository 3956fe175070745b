"""A way of writing has a name that says all of it, and one that makes no sense is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
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


@pytest.mark.parametrize("name", ["temperature", "repetition_penalty"])
@pytest.mark.parametrize("value", [0, -1, 1e-7, 1e7, float("inf"), float("nan")])
def test_what_scales_the_logits_keeps_them_in_single_precision(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be a finite number, at least 1e-06 and at most 1e\+06, got "):
        Decoding(**{name: value})


@pytest.mark.parametrize("value", [1.5, 95, -0.1, float("nan")])
def test_top_p_is_a_share(value: float) -> None:
    with pytest.raises(ValueError, match=rf"^top_p must be a share between 0 and 1, got {value}"):
        Decoding(top_p=value)


def test_top_p_is_above_0() -> None:
    with pytest.raises(ValueError, match=r"^top_p must be a share above 0, got 0$"):
        Decoding(top_p=0)


@pytest.mark.parametrize("name", ["top_k", "beams"])
@pytest.mark.parametrize("value", [0, -3])
def test_at_least_one_is_kept(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=rf"^{name} must be at least 1, got {value}$"):
        Decoding(**{name: value})


@pytest.mark.parametrize("name", ["top_k", "beams"])
@pytest.mark.parametrize("value", [2.5, 2.0, "2", True, [2], float("nan"), np.float32(2)])
def test_what_counts_is_whole(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{name} must be a whole number, got "):
        Decoding(**{name: value})


@pytest.mark.parametrize("name", ["temperature", "repetition_penalty", "top_p"])
@pytest.mark.parametrize("value", [None, "0.9", "0,9", True, [0.9], [0.9, 1.0], 1j, {}])
def test_what_weighs_is_one_number(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{name} must be "):
        Decoding(**{name: value})


def test_numpys_numbers_are_numbers() -> None:
    found = Decoding(np.float64(0.5), np.int64(3), np.float32(0.75), np.int8(1), np.array(2))
    assert found == Decoding(0.5, 3, 0.75, 1, 2.0)
    assert str(found) == "T = 0.5, top-k 3, top-p 0.75, repetition penalty 2"


@pytest.mark.parametrize("taste", [{"temperature": 0.9}, {"top_k": 3}, {"top_p": 0.9}])
def test_beams_are_not_combined_with_a_taste_that_would_have_no_effect(taste: dict) -> None:
    with pytest.raises(
        ValueError, match=r"^beams must stand without another taste, as they follow the likeliest, got D"
    ):
        Decoding(beams=2, **taste)


# Of tokens that stand alone


def test_temperature_is_a_power_and_top_k_and_top_p_are_cuts() -> None:
    shares = np.array([0.4, 0.3, 0.2, 0.1])
    np.testing.assert_allclose(Decoding(0.5)(shares), shares**2 / 0.3)
    np.testing.assert_allclose(Decoding(top_k=2)(shares), [4 / 7, 3 / 7, 0, 0])
    np.testing.assert_allclose(Decoding(top_p=0.6)(shares), [4 / 7, 3 / 7, 0, 0])
    np.testing.assert_allclose(Decoding(beams=5)(shares), [1, 0, 0, 0])
    np.testing.assert_allclose(PLAIN(shares), shares)


def test_temperature_near_0_top_k_1_and_beams_are_one_and_the_same() -> None:
    shares = np.random.default_rng(4).dirichlet(np.ones(9))
    for taste in (Decoding(1e-5), Decoding(top_k=1), Decoding(top_p=1e-9), Decoding(beams=2)):
        np.testing.assert_allclose(taste(shares), np.eye(9)[shares.argmax()], atol=1e-12)


def test_equals_at_the_end_of_top_k_stay_together() -> None:
    np.testing.assert_allclose(Decoding(top_k=2)([0.4, 0.3, 0.3]), [0.4, 0.3, 0.3])


def test_a_penalty_for_what_was_said_has_no_meaning_for_a_token_alone() -> None:
    with pytest.raises(ValueError, match=r"^repetition_penalty must be 1 for tokens that stand alone, got 1.2$"):
        Decoding(repetition_penalty=1.2)([0.5, 0.5])
