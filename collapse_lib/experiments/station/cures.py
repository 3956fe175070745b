"""The three errors, each alone and all together, and what becomes of the damage when one of them is made smaller."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from ... import checks
from ...models.families import any_shape, bell
from ...models.procedures import Tempered, exact
from .settings import Setting, mean_total_variation

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
