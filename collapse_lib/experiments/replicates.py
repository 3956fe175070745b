"""Replicates and sweeps, collected in one tidy table: a row per replicate and generation, a column per metric.

This is the one place where an integer seed becomes random generators. Replicates are spawned from it, so that asking
for more of them leaves the earlier ones unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice, product
from typing import Any

import numpy as np
import pandas as pd

from .. import checks
from ..recursion import Dataset, Generation, Model, Policy, Sampler, generations

Measure = Callable[[Generation], Mapping[str, Any]]
Lineages = Iterable[tuple[Dataset, Dataset]]
Tables = dict[str, pd.DataFrame]


def run(
    model: Model,
    truth: Sampler | Dataset,
    policy: Policy,
    measure: Measure,
    *,
    last: int,
    replicates: int,
    seed: int,
    samples: int | None = None,
    budget: int | None = None,
) -> pd.DataFrame:
    """Run the recursion `replicates` times up to generation `last` and return one row per replicate and generation.

    `truth` is a sampler from which every replicate draws `samples` real samples of its own, or the real data
    themselves. `measure` turns a Generation into named numbers. Columns: replicate, generation, one per measurement.

    Raises ValueError if `last` is negative, there is no replicate, or a sampler comes without a number of samples;
    TypeError for what is not whole, no measure and what `generations` does not take.
    """
    last, replicates = checks.whole(last, "last"), checks.whole(replicates, "replicates", least=1)
    checks.as_step(measure, "measure")
    rows = []
    for replicate, rng in enumerate(np.random.default_rng(checks.whole(seed, "seed")).spawn(replicates)):
        real = _drawn(truth, samples, rng)
        for generation in islice(generations(model, real, policy, rng=rng, budget=budget), last + 1):
            noted = checks.instance(measure(generation), Mapping, "what a measure returns")
            rows.append({"replicate": replicate, "generation": generation.index, **noted})
    return pd.DataFrame(rows)


def _drawn(truth: Any, samples: int | None, rng: np.random.Generator) -> Dataset:
    # Tables can be drawn from, too, but they are data.
    if isinstance(truth, pd.DataFrame | pd.Series) or not hasattr(truth, "sample"):
        return checks.dataset(truth, "truth")
    if samples is None:
        raise ValueError("a truth to sample from needs the number of real samples, got None")
    return checks.as_sampler(truth).sample(checks.size(samples), rng=rng)


def compare(runs: Mapping[str, pd.DataFrame], column: str = "policy") -> pd.DataFrame:
    """Return the tables under one another, each with its name in `column`, which comes first.

    Raises ValueError if there is none, TypeError for what is no table.

    >>> compare({"replace": pd.DataFrame({"std": [1.0]}), "accumulate": pd.DataFrame({"std": [0.9]})}).columns.to_list()
    ['policy', 'std']
    """
    checks.text(column, "column")
    for table in checks.mapping(runs, "runs").values():
        checks.as_table(table, name="a run")
    return pd.concat([table.assign(**{column: name}) for name, table in runs.items()], ignore_index=True).pipe(
        lambda table: table[[column, *table.columns.drop(column)]]
    )


def tidy(table: pd.DataFrame) -> Tables:
    """Return a run as tidy tables: `measures`, and one for each column whose cells are small tables, by its name.

    Such a cell maps columns to lists of equal length. Its rows come with the settings of their generation: the columns
    of `table` up to the one named generation. Raises ValueError without such a column, TypeError for what is no table.
    """
    checks.as_table(table, "generation")
    columns = [str(name) for name in table]
    settings = columns[: columns.index("generation") + 1]
    small = [name for name in columns if isinstance(table[name].iloc[0], Mapping)]
    found = {"measures": table.drop(columns=small)}
    for name in small:
        cells = [pd.DataFrame(cell) for cell in table[name]]
        whose = table[settings].loc[table.index.repeat([len(cell) for cell in cells])]
        found[name] = whose.reset_index(drop=True).join(pd.concat(cells, ignore_index=True))
    return found


def stacked(runs: Iterable[Tables]) -> Tables:
    """Return the tables of several runs under one another, those of one name together.

    Raises ValueError if there is no run, or one lacks a table of the first; TypeError for what are no tables.
    """
    runs = [dict(checks.mapping(run, "a run")) for run in checks.entries(runs, "runs")]
    for run, name in product(runs, runs[0]):
        checks.as_table(run.get(name), name=f"the table {name}")
    return {name: pd.concat([run[name] for run in runs], ignore_index=True) for name in runs[0]}


def summary(table: pd.DataFrame, column: str, by: str | list[str]) -> pd.DataFrame:
    """Return mean, median, quartiles, the 5th and 95th percentile and the number of rows of `column`, a row per `by`.

    Columns: those of `by`, then mean, low (5%), q1, median, q3, high (95%), replicates.
    Raises ValueError for columns that are not there and an empty table, TypeError if `column` holds no numbers.

    >>> table = pd.DataFrame({"generation": [0, 0, 0], "std": [1.0, 2.0, 6.0]})
    >>> summary(table, "std", ["generation"])[["generation", "median", "mean"]].to_numpy().tolist()
    [[0.0, 2.0, 3.0]]
    """
    checks.text(column, "column")
    by = checks.entries([by] if isinstance(by, str) else by, "by")
    checks.numbers(checks.as_table(table, *by, column)[column], name=column)
    groups = table.groupby(by, sort=False)[column]
    quantiles = groups.quantile(np.array([0.05, 0.25, 0.5, 0.75, 0.95])).unstack()
    quantiles.columns = pd.Index(["low", "q1", "median", "q3", "high"])
    return quantiles.assign(mean=groups.mean(), replicates=groups.size()).reset_index()


def lineages(ensemble: Lineages, *, keep: Iterable[int]) -> pd.DataFrame:
    """Return the generations whose index is in `keep` of an `ensembles.gaussian` run, a row per lineage and generation.

    Columns: lineage, generation, mean, std. Memory grows with what is kept, not with what is run.
    Raises ValueError if nothing is to be kept or a kept generation never comes, TypeError for what is not whole.

    >>> run = iter([(np.zeros(2), np.array([1.0, 0.9])), (np.zeros(2), np.array([0.8, 0.7]))])
    >>> lineages(run, keep=[1])["std"].to_list()
    [0.8, 0.7]
    """
    wanted = {checks.whole(index, "a generation to keep") for index in checks.entries(keep, "keep")}
    runs = enumerate(islice(checks.iterable(ensemble, "ensemble"), max(wanted) + 1))
    kept = [
        pd.DataFrame({"lineage": np.arange(len(mean)), "generation": index, "mean": mean, "std": std})
        for index, (mean, std) in runs
        if index in wanted
    ]
    if len(kept) < len(wanted):
        raise ValueError(f"an ensemble must reach the generation {max(wanted)}, got fewer")
    return pd.concat(kept, ignore_index=True)
