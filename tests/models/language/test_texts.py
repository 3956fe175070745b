"""Texts and their tokens: what is none of either is refused in the library's words."""

from __future__ import annotations

import numpy as np
import pytest
from guises import GUISES
from refusals import NO_NUMBERS, NO_TEXTS, refused

from collapse_lib.models.language import pretrained
from collapse_lib.models.language.tokens import learned


@pytest.fixture(scope="module")
def found() -> pretrained.Pretrained:
    return pretrained.Pretrained({"vocab_size": 272}, np.empty(0), learned(["made-up words"] * 3, 270))


@pytest.mark.parametrize("guise", GUISES)
def test_tokens_are_read_in_every_guise(guise, found) -> None:
    rows = np.stack([found.encode("xyz"), found.encode("zyx")])
    assert found.decode(GUISES[guise](rows)) == ["xyz", "zyx"]


def test_no_rows_are_no_texts(found) -> None:
    assert list(found.decode(np.zeros((0, 3), dtype=int))) == []


@pytest.mark.parametrize("rows", [*NO_NUMBERS, [0, 1], [[0.5]], [[-1]], [[272]], [[True]], 3], ids=repr)
def test_what_are_no_tokens_is_refused(rows, found) -> None:
    refused(found.decode, rows)


@pytest.mark.parametrize("text", NO_TEXTS, ids=repr)
def test_what_is_no_text_is_refused(text, found) -> None:
    refused(found.encode, text)


@pytest.mark.parametrize("texts", [None, "a text", b"bytes", 3, ["a", None], [["a"]], [1]], ids=repr)
def test_a_tokeniser_learns_from_a_list_of_texts(texts) -> None:
    refused(learned, texts, 256)


@pytest.mark.parametrize("size", [255, 0, -1, 256.5, 300.0, "300", None, True], ids=repr)
def test_a_tokeniser_has_a_size(size) -> None:
    refused(learned, ["a text"], size)


@pytest.mark.parametrize("source", [None, 3, ["facebook/opt-125m"], b"opt"], ids=repr)
def test_a_model_is_named(source) -> None:
    refused(pretrained.load, source)
