"""How much memory a generation takes at its peak, counted, not tried: for a card that is not at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from transformers import AutoConfig, AutoModelForCausalLM

from . import network as networks
from . import scoring

BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
COPIES = 34  # numbers that a layer keeps for each token and unit of width until the backward pass (Korthikanti et al.)


def unallocated(config: Mapping[str, Any]) -> Any:
    """Return a network without memory for its weights: to be counted, not used."""
    with torch.device("meta"):
        return AutoModelForCausalLM.from_config(AutoConfig.for_model(**config))


def parameters(config: Mapping[str, Any]) -> int:
    """Return the number of weights of a network, those that two layers share once. Nothing is allocated."""
    return networks.weight_count(unallocated(config))


def training(config: Mapping[str, Any], batch: int, length: int, precision: str) -> int:
    """Return the bytes that a training step takes: weights, gradients and AdamW's two averages; logits; activations.

    The logits of a portion of the tokens stand in the computing precision and in single precision, each with its
    gradient.
    """
    number, tokens, network = BYTES[precision], batch * length, AutoConfig.for_model(**config)
    logits = min(tokens * network.vocab_size, scoring.LOGITS) * 2 * (number + 4)
    activations = network.num_hidden_layers * tokens * network.hidden_size * COPIES * number // 2
    return parameters(config) * 4 * 4 + logits + activations


def writing(config: Mapping[str, Any], rows: int, tokens: int) -> int:
    """Return the bytes that writing takes: the weights, the keys and values of all tokens, and the logits' sums."""
    network = AutoConfig.for_model(**config)
    cache = 2 * network.num_hidden_layers * rows * tokens * network.hidden_size * 4
    return parameters(config) * 4 + cache + rows * network.vocab_size * (4 + 3 * 8)
