"""The network of the autoencoder, and its training."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Network(nn.Module):
    """Two convolutions down and two up, with windows of 2 by 2 that do not overlap: each is a product of matrices."""

    def __init__(self, height: int, width: int, latent: int, channels: int) -> None:
        super().__init__()
        few, many, small = channels, 2 * channels, (height // 4, width // 4)
        flat = many * small[0] * small[1]
        self.encoder = nn.Sequential(
            _Halve(), nn.Linear(4, few), nn.ReLU(), _Halve(), nn.Linear(4 * few, many), nn.ReLU(),
            nn.Flatten(), nn.Linear(flat, 2 * latent),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Linear(latent, flat), nn.ReLU(), nn.Unflatten(1, (*small, many)),
            nn.Linear(many, 4 * few), _Double(), nn.ReLU(), nn.Linear(few, 4), _Double(),
        )  # fmt: skip
        self.to(DEVICE)

    def encode(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return mean and log variance of the hidden numbers, shape (B, latent) each."""
        mean, log_variance = self.encoder(images).chunk(2, dim=1)
        return mean, log_variance

    def decode(self, hidden: torch.Tensor) -> torch.Tensor:
        """Return the pixels' logits, shape (B, height, width, 1)."""
        logits: torch.Tensor = self.decoder(hidden)
        return logits


class _Halve(nn.Module):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Return (B, H, W, C) as (B, H/2, W/2, 4 C): each window of 2 by 2 pixels as one."""
        count, height, width, channels = images.shape
        windows = images.view(count, height // 2, 2, width // 2, 2, channels).transpose(2, 3)
        return windows.reshape(count, height // 2, width // 2, 4 * channels)


class _Double(nn.Module):
    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Undo `_Halve`."""
        count, height, width, channels = images.shape
        windows = images.view(count, height, width, 2, 2, channels // 4).transpose(2, 3)
        return windows.reshape(count, 2 * height, 2 * width, channels // 4)


def train(
    network: Network,
    images: torch.Tensor,
    *,
    epochs: int,
    learning_rate: float,
    batch: int,
    beta: float,
    weight_decay: float,
) -> None:
    """Train in place on images, shape (M, height, width, 1), in random order, with AdamW.

    What falls is, for an image, the cross-entropy of its pixels plus `beta` times the divergence of its hidden numbers'
    bell from N(0, 1), both in nats.
    """
    optimizer = torch.optim.AdamW(network.parameters(), lr=learning_rate, weight_decay=weight_decay, fused=True)
    for _ in range(epochs):
        for chosen in torch.split(torch.randperm(len(images), device=DEVICE), batch):
            real = images[chosen]
            mean, log_variance = network.encode(real)
            logits = network.decode(mean + torch.randn_like(mean) * (log_variance / 2).exp())
            error = binary_cross_entropy_with_logits(logits, real, reduction="sum")
            divergence = (mean.square() + log_variance.exp() - 1 - log_variance).sum() / 2
            optimizer.zero_grad()
            ((error + beta * divergence) / len(real)).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
