"""The three errors in a model of images, each alone and all together, where the truth is itself such a model.

So the truth can be drawn from without end, and a model exists that can say it. Drawings are sorted by their shape into
kinds. Damage is the share of drawings of the wrong kind: half the sum of |p - q| over the kinds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np
from tqdm import tqdm

from ... import checks
from ...data.digits import load, made_with
from ...metrics import total_variation
from ...policies import replace
from ...recursion import Dataset, Generation, Model
from ..replicates import Tables, compare, run

RECORDS = {"image-errors": "record"}

LAST, REPLICATES, SEED = 5, 3, 3
FEW_PICTURES, STEPS, BATCH = (
    100,
    900,
    128,
)  # pictures; steps of every training; pictures of a step where they have no end
CLUSTERS, SORTED = 50, 10_000  # kinds of drawing, and how many drawings are sorted into them
TRUTH_EPOCHS = 240
ERRORS = ("few", "small", "taste")


@dataclass(frozen=True)
class Setting:
    """What a lineage suffers from: `few` pictures, a `small` model, a `taste` (it hands on means, not pixels).

    Raises ValueError for fewer steps than 1 and a negative decay, TypeError for switches that are no truth values.
    """

    few: bool = False
    small: bool = False
    taste: bool = False
    steps: int = STEPS
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        for switch in ERRORS:
            checks.instance(getattr(self, switch), bool, switch)
        checks.whole(self.steps, "steps", least=1)
        checks.within(self.weight_decay, "weight_decay", 0)

    def learner(self) -> Any:
        """Return the model that learns, before it has."""
        from ...models.vae import VAE

        epochs, batch = (self.steps, FEW_PICTURES) if self.few else (1, BATCH)
        return VAE(
            latent=2 if self.small else 8,
            epochs=epochs,
            batch=batch,
            weight_decay=self.weight_decay,
            draws="means" if self.taste else "pixels",
        )

    @property
    def pictures(self) -> int:
        """How many pictures a generation learns from. Where they have no end, none is seen twice."""
        return FEW_PICTURES if self.few else self.steps * BATCH


EIGHT = {switches: Setting(*switches) for switches in product((False, True), repeat=len(ERRORS))}
# Ways of learning badly, each alone: pictures without end, and a model that can say the truth.
PROCEDURES = {
    "a quarter of the training": Setting(steps=STEPS // 4),
    "weights pulled to zero": Setting(weight_decay=0.3),
}


@dataclass(frozen=True, eq=False)
class ClusterShift:
    """A measure for `experiments.run`: the share of drawings of the wrong kind, by `truth`, a fitted VAE.

    A drawing is the decoder's means for latent variables drawn anew, whatever is handed on.
    """

    truth: Any
    rng: np.random.Generator = field(default_factory=lambda: np.random.default_rng(SEED))

    def __call__(self, generation: Generation) -> dict[str, float]:
        """Return total_variation: the total variation distance of the shares of the kinds from the truth's."""
        return {"total_variation": float(total_variation(self.shares(generation.model), self._real))}

    def shares(self, model: Any) -> Dataset:
        """Return the share of each kind among a model's drawings, shape (CLUSTERS,)."""
        return np.bincount(self._sorter.predict(self._drawings(model)), minlength=CLUSTERS) / SORTED

    @cached_property
    def _real(self) -> Dataset:
        return self.shares(self.truth)

    @cached_property
    def _sorter(self) -> Any:
        from sklearn.cluster import KMeans

        return KMeans(CLUSTERS, n_init=1, random_state=SEED).fit(self._drawings(self.truth))

    def _drawings(self, model: Any) -> Dataset:
        return model.decoded(self.rng.standard_normal((SORTED, model.latent))).reshape(SORTED, -1)


def truth() -> Model:
    """Return a VAE that has learned the digits, black and white by chance: the distribution that is to be copied."""
    from ...models.vae import VAE

    rng, digits = np.random.default_rng(SEED), load().images
    return VAE(epochs=TRUTH_EPOCHS, draws="pixels").fit((rng.random(digits.shape) < digits).astype(float), rng=rng)


def record() -> tuple[Tables, dict[str, Any]]:
    """Return total_variation by setting, replicate and generation 0 .. 5, nothing kept, and what it was made with."""
    real, tables = truth(), {}
    measure = ClusterShift(real)
    settings = {name(switches): setting for switches, setting in EIGHT.items()} | PROCEDURES
    for called, setting in tqdm(settings.items(), delay=30, disable=None):
        size = {"last": LAST, "replicates": REPLICATES, "seed": SEED, "samples": setting.pictures}
        tables[called] = run(setting.learner(), real, replace(), measure, **size)
    learners = {called: f"{setting.learner()}, {setting.pictures} pictures" for called, setting in settings.items()}
    details = {"truth": repr(real), "learners": learners, "kinds": CLUSTERS, "sorted": SORTED}
    return {"measures": compare(tables, "setting")}, {**made_with(), **details, "replicates": REPLICATES, "seed": SEED}


def name(switches: Iterable[bool]) -> str:
    """Return what a setting is called in the recorded table: "few and taste", or "none".

    Raises ValueError unless there is a switch for each error, TypeError for what is no truth value.
    """
    switches = [checks.instance(switch, bool, "a switch") for switch in checks.entries(switches, "switches")]
    if len(switches) != len(ERRORS):
        raise ValueError(f"there must be a switch for each of {', '.join(ERRORS)}, got {len(switches)}")
    return " and ".join(error for error, on in zip(ERRORS, switches, strict=True) if on) or "none"
