"""The network of a language model: building it, its weights as an array, its randomness and its precision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import numpy as np
import torch
from torch.nn.utils import parameters_to_vector, vector_to_parameters
from transformers import AutoConfig, AutoModelForCausalLM

from ... import checks
from ...recursion import Dataset

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


def build(config: Mapping[str, Any], weights: Dataset | None) -> Any:
    """Return a network with these weights, shape (P,), or with random ones from torch's state, which stays as it was.

    Raises ValueError if the weights are not as many as the configuration asks for.
    """
    with torch.random.fork_rng():
        network = AutoModelForCausalLM.from_config(AutoConfig.for_model(**config), dtype=torch.float32).eval()
    if weights is not None:
        set_weights(network, weights)
    return network.to(DEVICE)


def weight_count(network: Any) -> int:
    """Return the number of its weights, P, those that two layers share once."""
    return sum(parameter.numel() for parameter in network.parameters())


def set_weights(network: Any, weights: Dataset) -> None:
    """Give the network a copy of these weights, shape (P,), in single precision.

    Raises ValueError if they are not finite or not as many as it has, TypeError if they are no numbers.
    """
    weights = checks.finite(checks.dimensions(weights, 1, name="weights"), name="weights")
    if weight_count(network) != len(weights):
        raise ValueError(f"the network has {weight_count(network)} weights, got {len(weights)}")
    device = next(network.parameters()).device
    vector_to_parameters(torch.tensor(weights, dtype=torch.float32, device=device), network.parameters())


def weights(network: Any) -> Dataset:
    """Return the network's weights, shape (P,), those that two layers share once."""
    return parameters_to_vector(network.parameters()).detach().cpu().numpy()


@contextmanager
def seeded(rng: np.random.Generator) -> Iterator[None]:
    """Seed torch from `rng` inside the block, and put torch's own random state back after it."""
    with torch.random.fork_rng():
        torch.manual_seed(int(rng.integers(2**63)))
        yield


def computing(precision: str) -> AbstractContextManager[Any]:
    """Return a block in which matrix products are computed in `precision`. The weights stay in single precision."""
    return torch.autocast(DEVICE, PRECISIONS[precision], enabled=precision != "float32")


def bos(network: Any) -> int | None:
    """Return the id that stands before every row, or None."""
    found: int | None = network.config.bos_token_id
    return found


def eos(network: Any) -> int | None:
    """Return the id that ends a row, or None."""
    found: int | None = network.config.eos_token_id
    return found


def is_eos(network: Any, rows: torch.Tensor) -> torch.Tensor:
    """Return where a row has its EOS token, shape (B, T)."""
    end = eos(network)
    return rows == (-1 if end is None else end)


def max_positions(network: Any) -> int:
    """Return how many tokens the network can see, whatever its configuration calls that."""
    return int(network.config.max_position_embeddings)
