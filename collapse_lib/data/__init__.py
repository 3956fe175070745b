"""What models learn from: real text, real digits, and a made-up language that is known to the last word."""

from . import digits, text, toy_language, wikitext

__all__ = ["digits", "text", "toy_language", "wikitext"]
