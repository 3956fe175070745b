"""A language model that has learned from itself is given real sentences again: it goes on from what it has become.

As in `runs`, at temperature 0.9. Up to generation 9 nothing is kept. From then on each generation reads all the 4,000
real sentences that generation 0 read. Beside it goes a lineage that has read these from the beginning.
"""

from __future__ import annotations

import dataclasses
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from ... import checks
from ...data.toy_language import LANGUAGE
from ...models.decoding import Decoding
from ...policies import Mix
from ..recovery import given_back
from ..replicates import Tables
from .measures import SENTENCES, SentenceMeasures
from .runs import base, made_with

RECORDS = {"healing": "record"}
SINCE, READINGS, REPLICATES, SEED = 9, 6, 3, 7
MEASURED = ("real", "kl", "grammatical", "different", "types")


def survey(
    start: Any,
    *,
    since: int = SINCE,
    readings: int = READINGS,
    replicates: int = REPLICATES,
    sentences: int = SENTENCES,
    seed: int = SEED,
) -> Tables:
    """Return `measures`: numbers of `SentenceMeasures`, a row per archive, replicate and generation.

    `start` is the model that all lineages start from, as `runs.base` gives it. Under `given back` nothing is kept up to
    generation `since`, and so many `readings` of the real sentences follow; under `all along` these follow generation
    0. Raises as `given_back` does, and ValueError if there is no replicate.
    """
    since, readings = checks.size(since, "since"), checks.size(readings, "readings")
    replicates, seed = checks.whole(replicates, "replicates", least=1), checks.whole(seed, "seed")
    writer = dataclasses.replace(start, decoding=Decoding(temperature=0.9))
    rows = []
    for archive, lost in {"given back": since, "all along": 0}.items():
        note = SentenceMeasures(sentences, rng=np.random.default_rng(seed))
        for replicate, rng in enumerate(np.random.default_rng(seed).spawn(replicates)):
            real = LANGUAGE.sample(sentences, rng=rng)
            lineage = given_back(writer, real, Mix(0.0, 0.0, 1.0), since=lost, rng=rng)
            for generation in islice(lineage, lost + readings + 1):
                at = {"archive": archive, "replicate": replicate, "generation": generation.index}
                noted = note(generation)
                rows.append(at | {name: noted[name] for name in MEASURED})
    return {"measures": pd.DataFrame(rows)}


def record() -> tuple[Tables, dict[str, Any]]:
    """Return the survey that the course ships, and what it was made with."""
    start = base(rng=np.random.default_rng(SEED))
    return survey(start), made_with(start, replicates=REPLICATES) | {"temperature": 0.9, "seed": SEED}
