"""The 30-minute track: which parts of a page are read on it, what is done there, and how long that takes.

Each page of the track says in a sentence near its top where to go; here stands the same, part by part. Of a part where
a picture is to be moved, the text is read as far as the paragraph that says what to look for. Of what stands before the
first heading the claim is read. Headings and tables are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..contents import source
from .grade import words
from .text import Sentence, sentences, spoken

WORDS_A_MINUTE = 150
GUESS, PICTURE = 0.25, 1 / 3  # minutes to make a guess; to move a picture and see what happens
LOOK = "What to look for"


@dataclass(frozen=True)
class Part:
    """What stands under a heading, from the paragraph that begins so to the one that begins so, if they are named."""

    heading: str
    since: str = ""
    to: str = ""

    def read(self, page: str) -> list[Sentence]:
        """Return its sentences. Raises ValueError if the page has no such part or paragraph."""
        there = [one for one in sentences(source(page)) if one.heading == self.heading and not one.row]
        pieces = list(dict.fromkeys(one.piece for one in there))
        starts = [place for place, piece in enumerate(pieces) if _begins(piece, self.since)]
        ends = [place for place, piece in enumerate(pieces) if self.to and _begins(piece, self.to)] or [len(pieces) - 1]
        if not starts or (self.to and not _begins(pieces[ends[0]], self.to)):
            raise ValueError(
                f"{page} must have {self.since or self.to or 'text'!r} under {self.heading!r}, and has not"
            )
        return [one for one in there if one.piece in pieces[starts[0] : ends[0] + 1]]


@dataclass(frozen=True)
class Stop:
    """A page of the track: what is read of it besides its claim, and what is done."""

    page: str
    parts: tuple[Part, ...]
    guesses: int = 0
    pictures: int = 0
    talk: float = 0.0  # minutes

    @property
    def said(self) -> list[Sentence]:
        """What is read of the page."""
        front = Part("").read(self.page)
        claim = [one for one in front if one.piece == front[0].piece]
        return claim + [one for part in self.parts for one in part.read(self.page)]

    @property
    def reading(self) -> float:
        """Return the minutes that reading takes."""
        return sum(len(words(spoken(one.text))) for one in self.said) / WORDS_A_MINUTE

    @property
    def doing(self) -> float:
        """Return the minutes that all else takes."""
        return self.guesses * GUESS + self.pictures * PICTURE + self.talk


def minutes() -> float:
    """Return how long the whole track takes."""
    return sum(stop.reading + stop.doing for stop in TRACK)


def _begins(piece: str, words: str) -> bool:
    return piece.lstrip("*").startswith(words)


_GUESS = Part("Predict first")
TRACK = [
    Stop(
        "notebooks/01-warm-up",
        (
            Part("Look into the bag"),
            _GUESS,
            Part("Question 2: a tenth of the original"),
            Part("Question 3: who gains?"),
        ),
        guesses=3,
        pictures=1,
    ),
    Stop(
        "notebooks/02-problem-framing",
        (
            _GUESS,
            Part("Play the telephone game", to=LOOK),
            Part("The name for it"),
            Part("Two stories about copies"),
        ),
        guesses=1,
        pictures=2,
    ),
    Stop(
        "notebooks/03-three-errors",
        (
            _GUESS,
            Part("First: too few tickets", to=LOOK),
            Part("Second: one bell", to=LOOK),
            Part("Third: a taste for the likely", to=LOOK),
            Part("Which cure saves which"),
        ),
        guesses=1,
        pictures=4,
    ),
    Stop(
        "notebooks/04-gaussian-proof",
        (
            _GUESS,
            Part("Watch a hundred lineages", to=LOOK),
            Part("What is proved", to="Exactly:"),
            Part("What the theorem does not say"),
        ),
        guesses=1,
        pictures=2,
    ),
    Stop(
        "notebooks/05-opt-experiment",
        (
            _GUESS,
            Part("Read what it says", to=LOOK),
            Part("Two surprises"),
            Part("The taste does it", to="At temperature 1"),
        ),
        guesses=1,
        pictures=4,
    ),
    Stop(
        "notebooks/06-industry-bridge",
        (
            _GUESS,
            Part("Set the numbers of your own house", to=LOOK),
            Part("Is it happening?"),
            Part("What this does not show", since="Back to work"),
        ),
        guesses=1,
        pictures=1,
    ),
    Stop("book/bottom-line", (Part("One decision to take back"), Part("Two questions to leave with")), talk=4),
]
