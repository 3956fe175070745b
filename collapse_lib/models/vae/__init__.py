"""A small variational autoencoder for images, in torch."""

from .model import VAE

__all__ = ["VAE"]
