"""A causal language model under the contract of `recursion`: `model` is the contract, `network` the tensors."""

from .model import LanguageModel

__all__ = ["LanguageModel"]
