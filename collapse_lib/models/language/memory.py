"""What a network remembers of a row while it writes: the keys and values of each layer, laid out once.

transformers' growing cache copies all of them at every token, and its static one has every token look at the empty
places too. On a graphics card the static one is used, which needs no new memory while it writes.
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import Cache, StaticCache
from transformers.cache_utils import DynamicLayer

from . import network as networks


def cache(network: Any, tokens: int) -> Cache:
    """Return an empty cache of a network for rows of so many tokens."""
    if networks.DEVICE == "cuda":
        return StaticCache(config=network.config, max_cache_len=tokens)
    return Cache(layers=[Roomy(tokens) for _ in range(network.config.num_hidden_layers)])


def filled(network: Any, cache: Cache) -> None:
    """Raise RuntimeError if the network has not used its cache: it would have written without looking back."""
    if not cache.get_seq_length():
        raise RuntimeError(f"a network must fill the memory that it is handed, got an idle {type(network).__name__}")


class Roomy(DynamicLayer):  # type: ignore[misc]
    """A layer's cache with room for `tokens`, of which it hands out those that are filled, without a copy."""

    def __init__(self, tokens: int) -> None:
        super().__init__()
        self.tokens = tokens

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *_: Any, **__: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Take in the keys and values of new tokens, shape (B, heads, n, width), and return all up to them."""
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
            shape = (*key_states.shape[:2], self.tokens, key_states.shape[3])
            self.rooms = key_states.new_empty(shape), value_states.new_empty(shape)
        start = self.get_seq_length()
        end = start + key_states.shape[2]
        for room, states in zip(self.rooms, (key_states, value_states), strict=True):
            room[:, :, start:end] = states
        self.keys, self.values = (room[:, :, :end] for room in self.rooms)
        return self.keys, self.values
