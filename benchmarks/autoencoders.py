"""The library's autoencoder of images, and one as tutorials write it. Torch is loaded where it is needed."""

from __future__ import annotations

from typing import Any

import numpy as np

from collapse_lib.recursion import Dataset


def ours(*, images: Dataset, epochs: int, rng: np.random.Generator) -> Any:
    """Return the library's autoencoder after so many passes over the images, shape (M, 8, 8)."""
    from collapse_lib.models.vae import VAE

    return VAE(epochs=epochs).fit(images, rng=rng)


def plain(*, images: Dataset, epochs: int, rng: np.random.Generator) -> Any:
    """Return one that is written as tutorials write it: two layers each way, as many weights, fed by a DataLoader."""
    import torch
    from torch import nn
    from torch.nn import functional
    from torch.utils.data import DataLoader, TensorDataset

    width, latent = 49, 8

    class Plain(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.up, self.mean, self.spread = nn.Linear(64, width), nn.Linear(width, latent), nn.Linear(width, latent)
            self.down, self.out = nn.Linear(latent, width), nn.Linear(width, 64)

        def forward(self, flat: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
            latent = functional.relu(self.up(flat))
            mean, log_variance = self.mean(latent), self.spread(latent)
            drawn = mean + torch.randn_like(mean) * torch.exp(0.5 * log_variance)
            return torch.sigmoid(self.out(functional.relu(self.down(drawn)))), mean, log_variance

    torch.manual_seed(int(rng.integers(2**63)))
    network = Plain()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    loader = DataLoader(TensorDataset(torch.tensor(images, dtype=torch.float32)), batch_size=128, shuffle=True)
    for _ in range(epochs):
        for (batch,) in loader:
            flat = batch.view(len(batch), 64)
            back, mean, log_variance = network(flat)
            error = functional.binary_cross_entropy(back, flat, reduction="sum")
            loss = error - 0.5 * torch.sum(1 + log_variance - mean.pow(2) - log_variance.exp())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return network
