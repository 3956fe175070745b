"""The telephone game with somebody who checks each copy: a dictionary, a tired reader, a reader with a taste.

People's text is a bag of 1,000. Nine in ten are words, by Zipf's law over 400; the rest are slips, 400 different ones,
all alike. Words are the token ids 0 .. 399 from frequent to rare, slips 400 .. 799. Who checks sees the token alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate

import numpy as np
import pandas as pd

from .. import checks
from ..models.categorical import Categorical, zipf
from ..policies import Filter, Refresh, replace
from ..recursion import Dataset, Generation, Policy
from ..theory import filtered, line_survival
from .replicates import compare, run

WORDS, SLIPS, FREQUENT, BAG = 400, 400, 100, 1_000
ERROR, GUESSED = 0.2, 0.2
PEOPLE = Categorical(np.concatenate([0.9 * zipf(WORDS).p, np.full(SLIPS, 0.1 / SLIPS)]))
GUESSES = Categorical(np.full(WORDS + SLIPS, 1 / (WORDS + SLIPS)))  # tries all that can be written, words and slips
_WORD = np.arange(WORDS + SLIPS) < WORDS
_RARER = _WORD & (np.arange(WORDS + SLIPS) >= FREQUENT)


def tired(error: float) -> Dataset:
    """Return how likely a reader accepts each token who errs with the probability `error`, whatever it is."""
    error = checks.single_share(error, "error")
    return np.where(_WORD, 1 - error, error)


def with_taste(error: float) -> Dataset:
    """Return how likely a reader accepts each token who errs about the rarer words alone, and turns some away.

    >>> with_taste(0.2)[[0, 300, 700]].tolist()  # a frequent word, a rarer one, a slip
    [1.0, 0.8, 0.0]
    """
    return np.where(_RARER, 1 - checks.single_share(error, "error"), tired(0))


def verifier(acceptance: Dataset) -> Callable[[Dataset], Dataset]:
    """Return the verifier of a `Filter` that accepts each token id with its probability, shares of shape (V,).

    >>> verifier(tired(0.2))(np.array([3, 700])).tolist()
    [0.8, 0.2]
    """
    judged = checks.share(checks.dimensions(acceptance, 1, name="acceptance"), "acceptance")
    return lambda ids: judged[checks.token_ids(checks.numbers(ids), len(judged))]


# Who checks, how likely each token is accepted, and what share of what is offered is a guess.
LOOPS: dict[str, tuple[Dataset, float]] = {
    "no check": (np.ones(WORDS + SLIPS), 0.0),
    "dictionary": (tired(0), 0.0),
    "dictionary and guesses": (tired(0), GUESSED),
    "guesses, no check": (np.ones(WORDS + SLIPS), GUESSED),
    "tired reader": (tired(ERROR), 0.0),
    "reader with a taste": (with_taste(ERROR), 0.0),
}


def checked(name: str) -> Policy:
    """Return a loop of `LOOPS` as a policy. Raises ValueError for another name."""
    acceptance, guessed = LOOPS[checks.known(name, LOOPS, "name")]
    return Filter(verifier(acceptance), Refresh(GUESSES, guessed) if guessed else replace())


def measures(generation: Generation) -> Mapping[str, float]:
    """Return the share of slips and of rarer words in what a generation was fitted to, and how many words it can say.

    Rarer are all words but the 100 most frequent. Raises TypeError for what is no generation.

    >>> people = Generation(0, PEOPLE, np.zeros(1), np.zeros(1))
    >>> {name: round(float(number), 2) for name, number in measures(people).items()}
    {'slips': 0.1, 'rarer': 0.19, 'words': 400.0}
    """
    p = checks.instance(generation, Generation, "generation").model.p
    return {"slips": p[~_WORD].sum(), "rarer": p[_RARER].sum(), "words": np.count_nonzero(p[_WORD])}


def survey(*, last: int, replicates: int, seed: int) -> pd.DataFrame:
    """Return what `measures` notes, a row per loop, replicate and generation 0 .. `last`. Raises as `run` does.

    >>> survey(last=1, replicates=1, seed=0).columns.to_list()
    ['loop', 'replicate', 'generation', 'slips', 'rarer', 'words']
    """
    return compare(
        {
            name: run(PEOPLE, PEOPLE, checked(name), measures, last=last, replicates=replicates, seed=seed,
                      samples=BAG)
            for name in LOOPS
        },
        "loop",
    )  # fmt: skip


def law(name: str, *, last: int) -> pd.DataFrame:
    """Return what `measures` would note by theory, a row per generation 0 .. `last`; the name stands in column loop.

    Shares are those of samples without end, the number of words that of large bags. Raises as `checked` does.

    >>> law("tired reader", last=2)["slips"].round(3).to_list()
    [0.1, 0.027, 0.007]
    """
    (acceptance, guessed), last = LOOPS[checks.known(name, LOOPS, "name")], checks.whole(last, "last")
    guesses = {"explorer": GUESSES.p, "explored": guessed}
    copies = accumulate(range(last), lambda now, _: filtered(now, acceptance, 1, **guesses), initial=PEOPLE.p)
    shares = np.array(list(copies))
    read = BAG * ((1 - guessed) * shares + guessed * GUESSES.p) @ acceptance  # how long the next bag is
    offspring = (1 - guessed) * BAG / np.append(BAG, read)
    newcomers = np.column_stack([BAG * PEOPLE.p, *(BAG * guessed * GUESSES.p * acceptance,) * last])
    alive = np.zeros(last + 1)
    for likely in np.unique(acceptance[_WORD]):
        alike = _WORD & (acceptance == likely)
        for n in range(last + 1):
            alive[n] += line_survival(newcomers[alike, : n + 1], likely * offspring[:n]).sum()
    columns = {"slips": shares[:, ~_WORD].sum(axis=1), "rarer": shares[:, _RARER].sum(axis=1), "words": alive}
    return pd.DataFrame({"loop": name, "generation": range(last + 1), **columns})
