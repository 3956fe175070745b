"""Architectures: another one than OPT will do, and one that cannot be built is refused."""

from __future__ import annotations

import numpy as np
import pytest

from collapse_lib.models.language import LanguageModel, opt

GPT2 = {
    "model_type": "gpt2", "vocab_size": 4, "n_positions": 8, "n_embd": 8, "n_layer": 1, "n_head": 2,
    "bos_token_id": None, "eos_token_id": None,
}  # fmt: skip


def test_another_architecture_learns_writes_and_reads(rng):
    model = LanguageModel(GPT2, 4, epochs=40).fit(np.tile([0, 1, 2, 3], (60, 1)), rng=rng)
    assert model.cross_entropy(np.array([[0, 1, 2, 3]])) < 0.3 < model.cross_entropy(np.array([[0, 3, 3, 1]]))
    np.testing.assert_array_equal(model.continued(np.array([[0, 1]] * 9), rng=rng, tokens=1), [[2]] * 9)
    with pytest.raises(ValueError, match="must fit into 8, got 6 and 4"):
        model.continued(np.zeros((1, 6), dtype=int), rng=rng)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"vocabulary": 0}, "vocabulary must be at least 1, got 0"),
        ({"heads": 3}, "width must be a multiple of heads, got 8 and 3"),
        ({"eos": 3}, "eos must lie between 0 and 2, got 3"),
    ],
)
def test_networks_that_cannot_be_built_are_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        opt(**{"vocabulary": 3, "positions": 3, "width": 8, "heads": 2} | wrong)
