"""Questions that the reader answers before the course does, and the answers beside what the reader guessed."""

from .card import Card
from .guesses import NOTE, SURE, choice, number, recall

__all__ = ["NOTE", "SURE", "Card", "choice", "number", "recall"]
