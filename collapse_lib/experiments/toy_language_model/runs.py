"""The OPT experiment in small: a language model that learns the toy language, then from its own sentences.

A base is trained on 40,000 real sentences. Generation 0 is that base, trained on 4,000 others; every later generation
goes on from the one before, with 4,000 sentences of its corpus. `temperature` is that of writing.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from ... import checks
from ...data.toy_language import LANGUAGE
from ...data.toy_language.grammar import GRAMMAR
from ...data.toy_language.lexicon import DOMAINS, SHARED
from ...models.decoding import Decoding
from ...policies import standard_policies
from ..language_model.policies import policy
from ..replicates import Tables, compare, run, stacked, tidy
from .measures import SENTENCES, SentenceMeasures

RECORDS = {"opt-embedded": "record"}
BASE = 40_000  # sentences
COMPARED = standard_policies()
TEMPERATURES = (0.9, 1.0)
SEED = 5


def base(*, rng: np.random.Generator) -> Any:
    """Return the language model that all lineages start from, set to read 4,000 sentences twice. Loads torch."""
    from ...models.language import LanguageModel, opt

    untrained = LanguageModel(opt(len(LANGUAGE.vocabulary), LANGUAGE.length, eos=0), LANGUAGE.length)
    return dataclasses.replace(untrained.fit(LANGUAGE.sample(BASE, rng=rng), rng=rng), epochs=2, learning_rate=2e-3)


def survey(
    start: Any,
    *,
    temperatures: Sequence[float] = TEMPERATURES,
    policies: Sequence[str] = tuple(COMPARED),
    last: int = 9,
    replicates: int = 5,
    sentences: int = SENTENCES,
    seed: int,
) -> Tables:
    """Return what `SentenceMeasures` notes, by policy, decoding, replicate and generation 0 .. `last`.

    Replicates differ in their real sentences and in chance, not in the model they start from. Policies go by the names
    of `language_model.policies`. Raises as `run` does, ValueError for a name that is none and for a temperature that is
    not positive, TypeError for no language model.
    """
    from ...models.language import LanguageModel

    checks.instance(start, LanguageModel, "start")
    temperatures = [
        checks.positive(each, "each of the temperatures") for each in checks.entries(temperatures, "temperatures")
    ]
    kept = {name: policy(checks.text(name, "a policy")) for name in checks.entries(policies, "policies")}
    note = SentenceMeasures(sentences, rng=np.random.default_rng(checks.whole(seed, "seed")))
    size = {"samples": sentences, "budget": sentences}
    tables = []
    for temperature in temperatures:
        writer = dataclasses.replace(start, decoding=Decoding(temperature=temperature))
        runs = {
            name: run(writer, LANGUAGE, found, note, last=last, replicates=replicates, seed=seed, **size)
            for name, found in kept.items()
        }
        table = compare(runs)
        table.insert(1, "decoding", str(writer.decoding))
        tables.append(tidy(table))
    return stacked(tables)


def digest() -> str:
    """Return a fingerprint (SHA-256) of the toy language: equal for equal languages only."""
    return hashlib.sha256(repr((GRAMMAR, DOMAINS, SHARED)).encode()).hexdigest()


def record() -> tuple[Tables, dict[str, Any]]:
    """Return the survey that the course ships, and what it was made with."""
    start = base(rng=np.random.default_rng(SEED))
    return survey(start, seed=SEED), made_with(start, replicates=5)


def made_with(start: Any, *, replicates: int) -> dict[str, Any]:
    """Return what a survey that starts from a model was made with; raises as `run` does for too few replicates."""
    return {
        "data": "the toy language",
        "digest": digest(),
        "model": repr(start),
        "weights": start.weights.size,
        "base": f"{BASE} sentences, read once",
        "sentences of a generation": SENTENCES,
        "replicates": checks.whole(replicates, "replicates", least=1),
        "seed": SEED,
        "threads": os.environ.get("OMP_NUM_THREADS", "as torch chooses"),
        "torch": version("torch"),
        "transformers": version("transformers"),
    }
