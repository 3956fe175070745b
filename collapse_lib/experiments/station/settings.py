"""Lineages of models that learn the day, each with the errors that its setting makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ... import checks, metrics, policies
from ...models.families import any_shape
from ...models.learner import InfiniteData, Learner, Step
from ...models.procedures import exact
from ...recursion import Dataset, Generation
from ..replicates import Measure, run
from .passengers import CLOSED, HALF_HOURS, LATE, MIDDAY, TRUTH


def measures(generation: Generation) -> Mapping[str, Any]:
    """Return how far a generation is off: shares of passengers, and the open half-hours in which nobody is left.

    Raises ValueError for a model of another day, TypeError for what is no generation of a model with shares.
    """
    p = _shares(generation)
    groups = {"closed": p[CLOSED].sum(), "midday": p[MIDDAY].sum(), "late": p[LATE].sum()}
    return {"total_variation": metrics.total_variation(p, TRUTH.p), **groups, "empty": int(np.sum(p[~CLOSED] == 0))}


def _shares(generation: Generation) -> Dataset:
    p: Any = getattr(checks.instance(generation, Generation, "generation").model, "p", None)
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
