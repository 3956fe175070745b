"""A number settles a token: the one at which the running sum of the probabilities reaches it, however rare."""

from __future__ import annotations

import pytest
import torch

from collapse_lib.models.language import writing


@pytest.mark.parametrize("size", [5, 256, 600, 1_024])
def test_a_draw_settles_the_token_that_the_whole_running_sum_reaches(size: int, rng) -> None:
    logits = torch.tensor(rng.normal(0, 3, (500, size)), dtype=torch.float32)
    logits[:, rng.integers(1, size, size // 3)] = -torch.inf  # as top-k leaves them
    draws = torch.tensor(1 - rng.random((500, 1)))
    running = logits.softmax(dim=-1).double().cumsum(dim=-1)
    found = writing.inverse(logits, draws)
    expected = torch.searchsorted(running, draws * running[:, -1:])
    assert (found == expected).float().mean() > 0.995  # a draw at the very border of two may fall to the other
    assert (logits.gather(1, found) > -torch.inf).all()


def test_the_rarest_token_can_be_drawn_beside_a_likely_one_in_its_block_and_in_another() -> None:
    for common in (0, 200, 900):
        logits = torch.full((1, 1_024), -torch.inf)
        logits[0, [common, 201]] = torch.tensor([0.0, -30.0])  # exp(-30) = 1e-13
        rare = 1.0 if common < 201 else 1e-14
        assert writing.inverse(logits, torch.tensor([[rare]], dtype=torch.float64)).item() == 201
        assert writing.inverse(logits, torch.tensor([[0.5]], dtype=torch.float64)).item() == common
