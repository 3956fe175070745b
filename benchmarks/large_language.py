"""A language model of the shape of SmolLM2-135M (Ben Allal et al. 2025), with random weights, and a plain loop.

It has a few of the 30 layers, and as small a part of the vocabulary. So layers, logits and draws, and the weights that
a step changes, take the shares of the time that they take in the whole, and the ratio is that of the whole.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from collapse_lib.recursion import Dataset

LAYERS, VOCABULARY, RATE = 30, 49_152, 1e-5


def model(layers: int = 2, precision: str = "float32") -> Any:
    """Return it at temperature 0.9, with so many layers, fitted to one row; a step takes 16 rows."""
    from collapse_lib.models.decoding import Decoding
    from collapse_lib.models.language import LanguageModel

    config = {
        "model_type": "llama", "vocab_size": VOCABULARY * layers // LAYERS, "hidden_size": 576,
        "intermediate_size": 1_536, "num_hidden_layers": layers, "num_attention_heads": 9, "num_key_value_heads": 3,
        "max_position_embeddings": 8_192, "tie_word_embeddings": True, "bos_token_id": None, "eos_token_id": None,
        "pad_token_id": None,
    }  # fmt: skip
    taste = Decoding(temperature=0.9)
    unfitted = LanguageModel(config, 64, batch=16, learning_rate=RATE, precision=precision, decoding=taste)
    return unfitted.fit(np.zeros((1, 64), dtype=int), rng=np.random.default_rng(0))


def trained(*, model: Any, rows: Dataset, rng: np.random.Generator) -> Dataset:
    """Return the weights, shape (P,), after a pass over rows of ids by the library."""
    return dataclasses.replace(model, base=model.weights).fit(rows, rng=rng).weights


def trained_plainly(*, model: Any, rows: Dataset, rng: np.random.Generator) -> Dataset:
    """Return the same by the loop that one would write first: transformers' own loss, and AdamW."""
    import torch

    from collapse_lib.models.language import network

    learner = network.build(model.config, model.weights).train()
    optimizer = torch.optim.AdamW(learner.parameters(), lr=model.learning_rate)
    for chosen in torch.split(torch.as_tensor(rng.permutation(rows)), model.batch):
        optimizer.zero_grad()
        learner(input_ids=chosen, labels=chosen).loss.backward()
        optimizer.step()
    return network.weights(learner)
