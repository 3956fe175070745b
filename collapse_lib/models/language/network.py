"""The network of a language model: building, training, scoring, writing. Arrays go in and out, tensors stay here.

Before every row stands a mark, whose id is the one after the vocabulary's last; it is read and never written. The
network's configuration carries what the functions need besides: `bos_token_id` is the mark, `eos_token_id` the stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from torch.nn.utils import parameters_to_vector, vector_to_parameters
from transformers import DynamicCache, OPTConfig, OPTForCausalLM

from ...recursion import Dataset

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
ROWS = 512  # rows scored side by side: about what a processor's cache holds


def build(
    vocabulary: int, length: int, stop: int | None, width: int, layers: int, heads: int, weights: Dataset | None
) -> OPTForCausalLM:
    """Return an OPT with these weights, shape (P,), or with random ones from torch's state, which stays as it was."""
    config = OPTConfig(
        vocab_size=vocabulary + 1,
        max_position_embeddings=length,
        hidden_size=width,
        word_embed_proj_dim=width,
        ffn_dim=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        dropout=0.0,
        pad_token_id=None,  # a token that pads is never learned
        bos_token_id=vocabulary,
        eos_token_id=stop,
    )
    with torch.random.fork_rng():
        network = OPTForCausalLM(config).eval()
    if weights is not None:
        vector_to_parameters(torch.tensor(weights), network.parameters())  # a copy: training writes to what it is given
    return network.to(DEVICE)


def weights(network: OPTForCausalLM) -> Dataset:
    """Return the network's weights, shape (P,)."""
    return parameters_to_vector(network.parameters()).detach().cpu().numpy()


@contextmanager
def seeded(rng: np.random.Generator) -> Iterator[None]:
    """Seed torch from `rng` inside the block, and put torch's own random state back after it."""
    with torch.random.fork_rng():
        torch.manual_seed(int(rng.integers(2**63)))
        yield


def train(
    network: OPTForCausalLM, data: Dataset, epochs: int, learning_rate: float, batch: int, rng: np.random.Generator
) -> None:
    """Train in place on rows of token ids, shape (M, T). The rate climbs for a tenth of the steps, then falls to 0."""
    rows, steps = torch.tensor(data, dtype=torch.int64), epochs * -(-len(data) // batch)
    climb = 1 + steps // 10
    optimizer = torch.optim.AdamW(network.parameters(), lr=learning_rate, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / climb, 1) * (1 - step / steps))
    network.train()
    for _ in range(epochs):
        for chosen in torch.split(torch.as_tensor(rng.permutation(len(rows))), batch):
            optimizer.zero_grad()
            _nats(network, rows[chosen]).mean().backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            rate.step()


def surprise(network: OPTForCausalLM, data: Dataset) -> tuple[Dataset, Dataset]:
    """Return -ln p of each token in nats, 0 where it does not count, and whether it counts, both of shape (M, T)."""
    rows = torch.tensor(data, dtype=torch.int64)
    counted = _counted(network, rows).numpy()
    nats = np.zeros(counted.shape)
    with torch.inference_mode():
        nats[counted] = torch.cat([_nats(network, part).cpu() for part in torch.split(rows, ROWS)]).numpy()
    return nats, counted


def write(network: OPTForCausalLM, uniform: Dataset, temperature: float, prompt: Sequence[int]) -> Dataset:
    """Return a row of token ids for each row of `uniform`, shape (B, T): numbers in [0, 1) that settle what it says."""
    draws = torch.as_tensor(1 - uniform, device=DEVICE)  # in (0, 1], so that a token of probability 0 is never drawn
    cache, token, written = DynamicCache(), _mark(network, len(draws)), []
    with torch.inference_mode():
        for place in range(draws.shape[1]):
            logits = network(input_ids=token, past_key_values=cache).logits[:, -1, :-1]
            drawn = _inverse(logits / temperature, draws[:, place, None])
            if place < len(prompt):
                drawn = torch.full_like(drawn, prompt[place])
            token = torch.where(token == _stop(network), token, drawn)
            written.append(token)
    return torch.cat(written, dim=1).cpu().numpy()


def _inverse(logits: torch.Tensor, draws: torch.Tensor) -> torch.Tensor:
    """Return the first token at which the running sum of the probabilities reaches the draw, shape (B, 1).

    In double precision: in single precision the running sum would step over the rarest tokens.
    """
    running = logits.double().softmax(dim=-1).cumsum(dim=-1)
    return torch.searchsorted(running, draws * running[:, -1:])


def _nats(network: OPTForCausalLM, rows: torch.Tensor) -> torch.Tensor:
    """Return -ln p of each token that counts, row after row, shape (N,)."""
    rows = rows.to(DEVICE)
    counted = _counted(network, rows)
    before = torch.cat([_mark(network, len(rows)), rows[:, :-1]], dim=1)
    hidden = network.base_model(input_ids=before, use_cache=False).last_hidden_state[counted]  # (N, width)
    logits = network.get_output_embeddings()(hidden)[:, :-1]  # (N, V)
    return cross_entropy(logits, rows[counted], reduction="none")


def _mark(network: OPTForCausalLM, rows: int) -> torch.Tensor:
    return torch.full((rows, 1), network.config.bos_token_id, device=DEVICE)


def _counted(network: OPTForCausalLM, rows: torch.Tensor) -> torch.Tensor:
    """Return which tokens count, shape (B, T): those up to the first stop."""
    stops = rows == _stop(network)
    return stops.cumsum(dim=1) <= stops


def _stop(network: OPTForCausalLM) -> int:
    stop = network.config.eos_token_id
    return -1 if stop is None else stop
