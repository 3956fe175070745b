"""One lineage: a condition and a seed, generation after generation, taken up where it was left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from ...recursion import Dataset, Generation, generations, subset
from .checkpoints import Saved
from .conditions import Condition
from .folders import Folder
from .material import LENGTH, Material
from .measures import TextMeasures
from .policies import policy
from .presets import Preset
from .quiz import Quiz, cloze, fixed
from .settings import binding


@dataclass(frozen=True)
class Lineage:
    """A condition of a preset and a seed. Equal seeds learn the same real blocks."""

    preset: Preset
    condition: Condition
    seed: int

    @property
    def name(self) -> str:
        """The name of its folder."""
        return re.sub(r"[^a-z0-9.]+", "-", f"{self.condition} seed {self.seed}".lower())

    def rows(self, material: Material, folder: Path | None = None) -> Iterator[dict[str, Any]]:
        """Yield a row per generation, 0 .. last; with a `folder`, those that are finished there come from there.

        Raises ValueError if a checkpoint is damaged beyond what can be passed over, OSError if the disk is full.
        """
        rng = np.random.default_rng(self.seed)
        real = subset(material.real, self.preset.blocks or len(material.real), rng=rng)
        kept = None if folder is None else Folder(folder / self.name)
        run = binding(self.preset, material.digest)
        model, start, first = self.model(material, real), None, None
        if kept is not None and (found := kept.stand(run)) is not None:
            saved, complaints = found
            for complaint in complaints:
                print(f"{complaint}: going on from generation {saved.index}", flush=True)
            yield from (kept.row(index) for index in range(min(saved.index, self.preset.last) + 1))
            if saved.index >= self.preset.last:
                return
            rng.bit_generator.state = saved.random
            start, first = _restored(saved, model), _restored(kept.first(run), model).model
        note = self.measure(material, real, first=first)
        loop = generations(model, real, policy(self.condition.policy), rng=rng, budget=len(real), after=start)
        done = 0 if start is None else start.index + 1
        for generation in islice(loop, self.preset.last + 1 - done):
            row = {**self.settings(), "generation": generation.index, **_plain(note(generation))}
            if kept is not None:
                kept.finish(self._saved(generation, run, rng), row)
            yield row

    def model(self, material: Material, real: Dataset) -> Any:
        """Return the network that the lineage starts from, set to learn and to write as preset and condition say."""
        from ...models.language import LanguageModel
        from ...models.language.precision import fastest

        preset, found = self.preset, material.pretrained
        return LanguageModel(
            found.config,
            LENGTH,
            epochs=self.condition.epochs,
            learning_rate=preset.learning_rate,
            batch=preset.batch,
            shift=preset.shift,
            precision=fastest() if preset.precision == "fastest" else preset.precision,
            decoding=self.condition.decoding,
            validation=material.validation,
            prompts=real if preset.prompts == "real" else None,
            base=found.weights if preset.begin == "base" else None,
            weights=found.weights,
        )

    def measure(self, material: Material, real: Dataset, *, first: Any = None) -> TextMeasures:
        """Return what notes a generation that learns as many rows as `real` has; `first` is generation 0 if it was."""
        return TextMeasures(
            material, real, seed=self.seed, written=min(self.preset.written, len(real)),
            prompts=self.preset.continued, quiz=self._quiz(material, real), first=first,
        )  # fmt: skip

    def _quiz(self, material: Material, real: Dataset) -> Quiz | None:
        """Return what the preset has every generation asked; None if that is nothing."""
        if not (each := self.preset.questions):
            return None
        rng = np.random.default_rng(self.seed)
        return Quiz([*fixed(material.pretrained), *cloze(real, material.pieces, each=each, rng=rng)])

    def settings(self) -> dict[str, Any]:
        """Return the columns that say in a table which lineage it is."""
        condition = self.condition
        return {
            "policy": condition.policy,
            "decoding": str(condition.decoding),
            "epochs": condition.epochs,
            "replicate": self.seed,
        }

    def _saved(self, generation: Generation, run: dict[str, Any], rng: np.random.Generator) -> Saved:
        arrays = {"weights": generation.model.weights, "data": generation.data, "corpus": generation.corpus}
        return Saved(generation.index, arrays, dict(rng.bit_generator.state), run, self.name)


def _restored(saved: Saved, model: Any) -> Generation:
    data, corpus = saved.arrays["data"], saved.arrays["corpus"]
    read = data if model.prompts is None else None
    return Generation(saved.index, replace(model, weights=saved.arrays["weights"], read=read), data, corpus)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with Python's own numbers, as they come back from a file."""
    return {name: value.item() if isinstance(value, np.generic) else value for name, value in row.items()}
