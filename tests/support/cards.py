"""Two questions to ask: one for a number, one for a choice."""

from collapse_lib import guesses

SHARE = guesses.number("share", "What share is left?", low=0, high=100, step=1, unit="%")
FATE = guesses.choice("fate", "What happens?", ["It goes on", "It stops"])
