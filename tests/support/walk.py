"""A model that learns and writes in no time, in the place of a language model of which only what is kept matters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from collapse_lib.experiments.language_model import lineages, results, runs


@dataclass(frozen=True, eq=False)
class Walk:
    """Its weights depend on all that it has read and on the dice; so does what it writes."""

    weights: np.ndarray
    prompts: Any = None
    read: Any = None

    def fit(self, data: np.ndarray, *, rng: np.random.Generator) -> Walk:
        return replace(self, weights=self.weights / 2 + data.mean() + rng.normal(size=4), read=data)

    def sample(self, size: int, *, rng: np.random.Generator) -> np.ndarray:
        return rng.integers(0, 300, (size, 64)) + int(np.abs(self.weights).sum())


class Note:
    """What is noted of a walk, in the form of what is noted of a text."""

    def __init__(self, material: Any, real: np.ndarray, *, first: Walk | None, **settings: Any) -> None:
        self.first = first

    def __call__(self, generation: Any) -> dict[str, Any]:
        self.first = self.first or generation.model
        read = generation.data.mean(), generation.corpus.sum()
        numbers = [float(number) for number in (*generation.model.weights, *self.first.weights, *read)]
        small = {"band": ["1", "2"], "alive": numbers[:2]}
        return {"real": numbers[0], "survival": small, "histogram": small, "continuations": {"text": numbers}}


def walk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every lineage be one of walks."""
    facts = {**dict.fromkeys(results.TOLD, 1), "digest": "d", "device": "cpu", "precision": "float32", "model": None}
    monkeypatch.setattr(lineages.Lineage, "model", lambda self, material, real: Walk(np.zeros(4)))
    monkeypatch.setattr(lineages, "TextMeasures", Note)
    monkeypatch.setattr(runs, "_facts", lambda preset: facts)
    monkeypatch.setattr(results, "circumstances", lambda packages: {})
