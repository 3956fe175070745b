"""Charts of a language model that reads itself: both perplexities, and what it writes."""

from . import continuations, histogram, perplexity, sentences

__all__ = ["continuations", "histogram", "perplexity", "sentences"]
