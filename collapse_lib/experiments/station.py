"""A station, and models that learn when its passengers travel: the example on which three errors can be told apart.

A day has 48 half-hours, token ids 0 .. 47. Most passengers come around 8:00 or around 18:00; two in a hundred go home
from the theatre at about 22:30. The station is closed until 5:00. The rare thing to follow is the late passenger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from .. import checks, metrics, policies
from ..models.categorical import Categorical
from ..models.families import any_shape, bell
from ..models.learner import InfiniteData, Learner, Step
from ..models.procedures import Tempered, exact
from ..recursion import Dataset, Generation
from .replicates import Measure, run

HALF_HOURS = np.arange(48) / 2  # when each begins
GROUPS = {"morning": (0.49, 8.0, 1.25), "evening": (0.49, 18.0, 1.5), "late": (0.02, 22.5, 0.5)}  # share, hour, spread
CLOSED = HALF_HOURS < 5
MIDDAY = (HALF_HOURS >= 11) & (HALF_HOURS < 15)
LATE = HALF_HOURS >= 21.5


def _day() -> Categorical:
    middle = HALF_HOURS + 0.25
    shares = np.zeros(len(middle))
    for share, hour, spread in GROUPS.values():
        hump = np.exp(-(((middle - hour) / spread) ** 2) / 2)
        shares += share * hump / hump.sum()
    shares[CLOSED] = 0
    return Categorical(shares / shares.sum())


TRUTH = _day()


def real_day() -> pd.DataFrame:
    """Return the truth: a row per half-hour with its beginning (time), share and region (closed, late or none)."""
    region = np.select([CLOSED, LATE], ["closed", "late"], default="")
    return pd.DataFrame({"time": HALF_HOURS, "share": TRUTH.p, "region": region})


def measures(generation: Generation) -> Mapping[str, Any]:
    """Return how far a generation is off: shares of passengers, and the open half-hours in which nobody is left.

    Raises ValueError for a model of another day, TypeError for what is no generation of a model with shares.
    """
    p = _shares(generation)
    groups = {"closed": p[CLOSED].sum(), "midday": p[MIDDAY].sum(), "late": p[LATE].sum()}
    return {"total_variation": metrics.total_variation(p, TRUTH.p), **groups, "empty": int(np.sum(p[~CLOSED] == 0))}


def _shares(generation: Generation) -> Dataset:
    p = getattr(checks.instance(generation, Generation, "generation").model, "p", None)
    if np.shape(p) != HALF_HOURS.shape:
        raise ValueError(f"a model of the day must have {len(HALF_HOURS)} shares, got shape {np.shape(p)}")
    return np.asarray(p)


@dataclass(frozen=True)
class Setting:
    """Which errors a lineage of models makes.

    `samples` is how many tickets each generation sees, None for no end of them. `family` is what shapes the model can
    take, `procedure` how it is trained. Raises ValueError for fewer than 1 ticket, TypeError for what is not whole and
    what cannot be called.
    """

    samples: int | None = None
    family: Step = any_shape
    procedure: Step = exact

    def __post_init__(self) -> None:
        if self.samples is not None:
            checks.whole(self.samples, "samples", least=1)
        Learner(TRUTH, self.family, self.procedure)

    def run(self, measure: Measure = measures, *, last: int, replicates: int, seed: int) -> pd.DataFrame:
        """Return a row per replicate and generation up to `last`, as `run` of `replicates` does.

        With endless data nothing is random, and there is one replicate. Raises as that does.
        """
        checks.whole(replicates, "replicates", least=1)
        learner = Learner(TRUTH, self.family, self.procedure)
        if self.samples is None:
            return run(InfiniteData(learner), TRUTH.p, policies.replace(), measure, last=last, replicates=1, seed=seed)
        return run(
            learner, TRUTH, policies.replace(), measure,
            last=last, replicates=replicates, seed=seed, samples=self.samples,
        )  # fmt: skip


def day(setting: Setting, *, last: int, seed: int) -> pd.DataFrame:
    """Return one lineage in full: a row per generation and half-hour with its share. Raises as `run` does."""
    table = checks.instance(setting, Setting, "setting").run(
        lambda generation: {"share": generation.model.p}, last=last, replicates=1, seed=seed
    )
    return pd.DataFrame(
        {
            "generation": np.repeat(table["generation"], len(HALF_HOURS)),
            "time": np.tile(HALF_HOURS, len(table)),
            "share": np.concatenate(list(table["share"])),
        }
    ).reset_index(drop=True)


def mean_total_variation(setting: Setting, *, last: int, replicates: int, seed: int) -> Dataset:
    """Return the mean share of passengers at the wrong time after 0, 1, ... fits (0: the truth), shape (last + 2,).

    Raises as `run` does.
    """
    table = checks.instance(setting, Setting, "setting").run(last=last, replicates=replicates, seed=seed)
    return np.concatenate([[0.0], table.groupby("generation")["total_variation"].mean()])


FEW, ONE_BELL, TASTE = Setting(samples=100), Setting(family=bell), Setting(procedure=Tempered(0.9))
EXAMPLES = {
    "Too few tickets": FEW,
    "One bell": ONE_BELL,
    "A taste for the likely": TASTE,
    "All three errors": Setting(FEW.samples, ONE_BELL.family, TASTE.procedure),
}


def more_data(setting: Setting) -> Setting:
    """Return the setting with 100 times the tickets; endless data stay endless."""
    checks.instance(setting, Setting, "setting")
    return replace(setting, samples=setting.samples and 100 * setting.samples)


def bigger_model(setting: Setting) -> Setting:
    """Return the setting with a model that can take any shape."""
    return replace(checks.instance(setting, Setting, "setting"), family=any_shape)


def better_training(setting: Setting) -> Setting:
    """Return the setting with exact training."""
    return replace(checks.instance(setting, Setting, "setting"), procedure=exact)


CURES: dict[str, Callable[[Setting], Setting]] = {
    "no cure": lambda setting: setting,
    "more data": more_data,
    "bigger model": bigger_model,
    "better training": better_training,
    "all cures": lambda setting: more_data(bigger_model(better_training(setting))),
}


def cured(*, last: int, replicates: int, seed: int) -> pd.DataFrame:
    """Return a row per example and cure: the mean share of passengers at the wrong time in generation `last`.

    Raises as `run` does.
    """
    pairs = [(example, cure) for example in EXAMPLES for cure in CURES]
    settings = [CURES[cure](EXAMPLES[example]) for example, cure in pairs]
    wrong = {
        setting: mean_total_variation(setting, last=last, replicates=replicates, seed=seed)[-1]
        for setting in set(settings)
    }
    return pd.DataFrame(pairs, columns=["example", "cure"]).assign(
        total_variation=[wrong[setting] for setting in settings]
    )
