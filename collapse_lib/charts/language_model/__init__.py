"""Charts of a language model that reads itself: both perplexities, what it writes, and where a taste ends."""

from . import continuations, histogram, perplexity, sentences, tastes

__all__ = ["continuations", "histogram", "perplexity", "sentences", "tastes"]
