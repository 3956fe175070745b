"""Fine-tuning: passes over rows of token ids in random order, with AdamW (Loshchilov & Hutter 2019)."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from tqdm import tqdm

from ...recursion import Dataset
from . import network as networks
from .scoring import nats, negative_log_likelihood, portions, read_rows

PATIENCE = 30  # seconds after which a pass shows its progress, on a terminal


def train(
    network: Any,
    data: Dataset,
    *,
    epochs: int,
    learning_rate: float,
    batch: int,
    shift: int,
    precision: str,
    validation: Dataset | None,
    rng: np.random.Generator,
) -> None:
    """Train in place on rows of token ids, shape (M, T). The rate climbs for a tenth of the steps, then falls to 0.

    With `validation`, shape (N, T), the network ends as it was after the epoch that was least surprised by it.
    """
    rows, steps = torch.tensor(data, dtype=torch.int64), epochs * -(-len(data) // batch)
    climb = 1 + steps // 10
    optimizer = torch.optim.AdamW(network.parameters(), lr=learning_rate, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / climb, 1) * (1 - step / steps))
    # Half precision loses small gradients unless they are scaled up first; for the others this does nothing.
    scaler = torch.amp.GradScaler(networks.DEVICE, enabled=precision == "float16")
    best = _Best(network, validation)
    for _ in range(epochs):
        network.train()
        batches = torch.split(torch.as_tensor(rng.permutation(len(rows))), batch)
        for chosen in tqdm(batches, "training", delay=PATIENCE, leave=False, disable=None):
            positions = torch.as_tensor(rng.integers(shift + 1, size=(len(chosen), 1))) if shift else None
            optimizer.zero_grad()
            differentiate(network, rows[chosen], positions, precision, scaler)
            scaler.step(optimizer)
            scaler.update()
            rate.step()
        best.consider()
    best.restore()


def differentiate(
    network: Any, rows: torch.Tensor, positions: torch.Tensor | None, precision: str, scaler: torch.amp.GradScaler
) -> None:
    """Add to the weights' gradients those of the mean surprise at the rows, shape (B, T).

    The last map, from what was read to the logits, is differentiated portion by portion: the logits of all tokens, and
    the gradient of each, would take more memory than all else where the vocabulary is large.
    """
    with networks.computing(precision):
        hidden, tokens = read_rows(network, rows, positions)
    parts = [part.detach().requires_grad_() for part in portions(network, hidden)]
    for part, said in zip(parts, portions(network, tokens), strict=True):
        with networks.computing(precision):
            loss = nats(network, part, said).sum() / len(tokens)
        scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
    hidden.backward(torch.cat([part.grad for part in parts]))  # type: ignore[misc, no-untyped-call]


class _Best:
    """The weights after the epoch that was least surprised by the validation rows; the last ones without such rows."""

    def __init__(self, network: Any, validation: Dataset | None) -> None:
        self.network, self.validation = network, validation
        self.least = np.inf
        self.weights: Dataset | None = None

    def consider(self) -> None:
        """Keep the weights as they are now, if they are the best so far."""
        if self.validation is None:
            return
        self.network.eval()
        found, counts = negative_log_likelihood(self.network, self.validation)
        if (mean := found.sum() / counts.sum()) < self.least:
            self.least, self.weights = mean, networks.weights(self.network)

    def restore(self) -> None:
        """Put the best weights back."""
        if self.weights is not None:
            networks.set_weights(self.network, self.weights)
