"""The same experiment in several model families: each error alone, all together, and what each explains of the damage.

Damage is the total variation distance to the truth with nothing kept: at the station the share of passengers at the
wrong time, for two groups the share of customers in the wrong place, for images the share of drawings of the wrong
kind, in generation 9 (images: 5), one number a run, shape (runs,). Switches are three truth values, or all raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pandas as pd

from .. import checks, metrics, recorded
from ..models import families, procedures
from ..models.em import Mixtures, densities, fitted
from ..models.mixture import Mixture
from ..policies import replace
from ..recursion import Dataset, generations
from . import station
from .attribution import ALL_SWITCHES, ALONE, Switches, marginal_effects, shapley_intervals, shapley_shares
from .digits import errors
from .mixtures.runs import two_groups

ERRORS = ("too few", "too small", "a taste")  # samples; a model; for the likely
LAST, TEMPERATURE, SEED = 9, 0.9, 3
FEW_SAMPLES, MANY_SAMPLES = 100, 50_000  # samples
GRID = np.stack(np.meshgrid(np.linspace(-9, 9, 145), np.linspace(-6, 6, 97)), axis=-1).reshape(-1, 2)


def station_damage(switches: Switches) -> Dataset:
    """Return the damage to days at the station: 100 tickets, one bell, and temperature 0.9, or none of these."""
    switches = _three(switches)
    setting = station.Setting(
        FEW_SAMPLES if switches[0] else None,
        families.bell if switches[1] else families.any_shape,
        procedures.Tempered(TEMPERATURE) if switches[2] else procedures.exact,
    )
    table = setting.run(last=LAST, replicates=400, seed=SEED)
    return table.loc[table["generation"] == LAST, "total_variation"].to_numpy()


def group_damage(switches: Switches) -> Dataset:
    """Return the damage to two groups: 100 samples or 50,000, one bell or two, temperature 0.9 or 1."""
    switches = _three(switches)
    samples, lineages = (FEW_SAMPLES, 200) if switches[0] else (MANY_SAMPLES, 2)
    truth, rng = two_groups(), np.random.default_rng(SEED)
    real = truth.sample(samples * lineages, rng=rng).reshape(lineages, samples, 2).swapaxes(0, 1)
    start = Mixtures.of([moment_matched() if switches[1] else truth] * lineages)
    learner = SideBySide(start, TEMPERATURE if switches[2] else 1.0)
    last = next(islice(generations(learner, real, replace(), rng=rng), LAST, None))
    return total_variation_on_grid(last.model.now, truth)


@dataclass(frozen=True)
class SideBySide:
    """R lineages as one model, fitted and then tempered. A sample is a point of each: data have shape (M, R, d).

    Raises ValueError unless the temperature is positive, TypeError if it is no number or they are no mixtures.
    """

    now: Mixtures
    temperature: float

    def __post_init__(self) -> None:
        checks.instance(self.now, Mixtures, "now")
        object.__setattr__(self, "temperature", checks.positive(self.temperature, "temperature"))

    def fit(self, data: Dataset, *, rng: np.random.Generator) -> SideBySide:
        """Return the lineages refitted to their own points, by searches from where they are. Raises as `em.fitted`."""
        checks.generator(rng)
        data = checks.reals(data, 3)
        return SideBySide(tempered(fitted(self.now, data.swapaxes(0, 1)), self.temperature), self.temperature)

    def sample(self, size: int, *, rng: np.random.Generator) -> Dataset:
        """Return `size` points of each, shape (size, R, d). Raises as `Mixtures.sample` does."""
        return self.now.sample(size, rng=rng).swapaxes(0, 1)


def digit_damage(switches: Switches) -> Dataset:
    """Return the damage to a model of images, as recorded: see `digits.errors`. There it is never 0."""
    table = recorded.load("image-errors")
    chosen = table["setting"].eq(errors.name(_three(switches))) & table["generation"].eq(errors.LAST)
    return table.loc[chosen, "total_variation"].to_numpy()


def moment_matched() -> Mixture:
    """Return a single bell with the mean and the covariance of the two groups."""
    truth = two_groups()
    gap = truth.means - truth.means.mean(axis=0)
    covariance = np.tensordot(truth.weights, truth.covariances + gap[:, :, None] * gap[:, None], axes=1)
    return Mixture(np.ones(1), truth.means.mean(axis=0)[None], covariance[None])


def tempered(now: Mixtures, temperature: float) -> Mixtures:
    """Return mixtures with densities proportional to p^(1/T): exact for one bell, and for bells that do not overlap.

    Raises ValueError unless the temperature is positive and every covariance has an inverse, TypeError for others.
    """
    checks.instance(now, Mixtures, "now")
    temperature = checks.positive(temperature, "temperature")
    power = 1 / temperature
    sizes = np.linalg.slogdet(checks.invertible(now.covariances))[1]
    with np.errstate(divide="ignore"):  # of a component that is gone
        logs = power * np.log(now.weights) + (1 - power) / 2 * sizes
    weights = np.exp(logs - logs.max(axis=1, keepdims=True))
    return Mixtures(weights / weights.sum(axis=1, keepdims=True), now.means, temperature * now.covariances)


def total_variation_on_grid(now: Mixtures, truth: Mixture) -> Dataset:
    """Return half the integral of |p - q| for each mixture, shape (R,), as a sum over a grid.

    Raises TypeError if they are no mixtures, ValueError as `em.densities` does and for one that lies beyond the grid.
    """
    checks.instance(truth, Mixture, "truth")
    ours, real = (densities(mixtures, GRID) for mixtures in (now, Mixtures.of([truth])))
    if not all((side.sum(axis=1) > 0).all() for side in (ours, real)):
        raise ValueError("mixtures must have some of their density on the grid, 9 by 6 about 0, got one beyond it")
    return metrics.total_variation(ours / ours.sum(axis=1, keepdims=True), real / real.sum())


def _three(switches: Switches) -> Switches:
    one, two, three = (checks.instance(on, bool, "a switch") for on in checks.as_many(switches, 3, "switches"))
    return one, two, three


NO_SHARES = (np.nan,) * 5
FAMILIES = {"station": station_damage, "two groups": group_damage, "digits": digit_damage}


def by_family() -> pd.DataFrame:
    """Return a row per family and error, and one for none of them and one for all, without shares.

    damage: with it alone, the mean over runs. first, last: of `marginal_effects`. shapley, low, high: of `shapley_*`.
    """
    return pd.concat([_of_family(family, damaged) for family, damaged in FAMILIES.items()], ignore_index=True)


def _of_family(family: str, damaged: Callable[[Switches], Dataset]) -> pd.DataFrame:
    runs = {switches: damaged(switches) for switches in ALL_SWITCHES}
    damage = {switches: float(found.mean()) for switches, found in runs.items()}
    within = shapley_intervals(runs, rng=np.random.default_rng(SEED))
    shares = zip(ERRORS, ALONE, marginal_effects(damage), shapley_shares(damage), within, strict=True)
    rows = [(family, error, damage[alone], *ends, share, *bounds) for error, alone, ends, share, bounds in shares]
    rows.insert(0, (family, "none", damage[False, False, False], *NO_SHARES))
    rows.append((family, "all", damage[True, True, True], *NO_SHARES))
    return pd.DataFrame(rows, columns=["family", "error", "damage", "first", "last", "shapley", "low", "high"])
