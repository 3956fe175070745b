"""A causal language model under the contract of `recursion`: start with `model`; tensors stay in the other files."""

from .architecture import opt
from .model import LanguageModel

__all__ = ["LanguageModel", "opt"]
