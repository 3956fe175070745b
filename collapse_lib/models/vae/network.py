"""The network of the autoencoder, and its training."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Network(nn.Module):
    """Two convolutions down and two up, with windows of 2 by 2 that do not overlap: each is a product of matrices.

    Images come as `tiles`, so that a window of windows is a row of memory and nothing has to be moved in between.
    """

    def __init__(self, tiles: int, latent: int, channels: int) -> None:
        super().__init__()
        few, many = channels, 2 * channels
        self.encoder = nn.Sequential(
            nn.Linear(4, few), nn.ReLU(), nn.Flatten(2), nn.Linear(4 * few, many), nn.ReLU(),
            nn.Flatten(), nn.Linear(many * tiles, 2 * latent),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Linear(latent, many * tiles), nn.ReLU(), nn.Unflatten(1, (tiles, many)),
            nn.Linear(many, 4 * few), nn.Unflatten(2, (4, few)), nn.ReLU(), nn.Linear(few, 4),
        )  # fmt: skip
        self.to(DEVICE)

    def encode(self, tiles: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return mean and log variance of the latent variables, shape (B, latent) each."""
        mean, log_variance = self.encoder(tiles).chunk(2, dim=1)
        return mean, log_variance

    def decode(self, latent: torch.Tensor) -> torch.Tensor:
        """Return the pixels' logits as tiles, shape (B, tiles, 4, 4)."""
        logits: torch.Tensor = self.decoder(latent)
        return logits


def tiles(images: torch.Tensor) -> torch.Tensor:
    """Return images, shape (M, H, W), as tiles of 4 by 4 pixels: shape (M, tiles, window of the tile, its pixel)."""
    count, height, width = images.shape
    parts = images.reshape(count, height // 4, 2, 2, width // 4, 2, 2)
    return parts.permute(0, 1, 4, 2, 5, 3, 6).reshape(count, -1, 4, 4)


def untiled(parts: torch.Tensor, height: int, width: int) -> torch.Tensor:
    """Undo `tiles`: return images, shape (M, `height`, `width`)."""
    apart = parts.reshape(len(parts), height // 4, width // 4, 2, 2, 2, 2)
    return apart.permute(0, 1, 3, 5, 2, 4, 6).reshape(len(parts), height, width)


def train(
    network: Network,
    data: torch.Tensor,
    *,
    epochs: int,
    learning_rate: float,
    batch: int,
    beta: float,
    weight_decay: float,
) -> None:
    """Train in place on images as `tiles`, in random order, with AdamW.

    What falls is, for an image, the cross-entropy of its pixels plus `beta` times the divergence of its latent
    variables' bell from N(0, 1), both in nats.
    """
    optimizer = torch.optim.AdamW(network.parameters(), lr=learning_rate, weight_decay=weight_decay, fused=True)
    for _ in range(epochs):
        for chosen in torch.split(torch.randperm(len(data), device=DEVICE), batch):
            real = data[chosen]
            mean, log_variance = network.encode(real)
            logits = network.decode(mean + torch.randn_like(mean) * (log_variance / 2).exp())
            error = binary_cross_entropy_with_logits(logits, real, reduction="sum")
            divergence = (mean.square() + log_variance.exp() - 1 - log_variance).sum() / 2
            optimizer.zero_grad()
            ((error + beta * divergence) / len(real)).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
