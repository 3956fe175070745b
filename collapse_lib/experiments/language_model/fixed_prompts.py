"""What a model is given to go on from, the same in every generation: chosen before any of the runs, and never after.

The first three are in the spaced edition of WikiText-2, the twelve as people write; the last four of these are about
rare things.
"""

from __future__ import annotations

SPACED = (
    "The old bridge across the river was built in",
    "In the winter of that year , the ship",
    "She began to write songs when she was",
)
AS_WRITTEN = (
    "The old bridge across the river was built in",
    "In the winter of that year, the ship",
    "She began to write songs when she was young",
    "The album was released in the early summer and",
    "During the second night of the battle, the",
    "The storm reached the west coast of Florida and",
    "Critics praised the film for its story but",
    "The team won the championship in a game that",
    "The theremin is an instrument that is played",
    "The okapi is a shy animal that eats",
    "Basque is a language that is spoken by",
    "The old monk wrote a book about lichens",
)
