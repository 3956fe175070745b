"""A run of the OPT experiment as the tables that its charts take.

`table` is one of those of `runs.run`: that which the function names, else `measures`. All raise ValueError for what is
not in it, TypeError for what is no table.
"""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd

from ... import checks, recorded
from ...recursion import Dataset
from .measures import EDGES

SETTING = ["policy", "decoding", "epochs"]
LINE, WIDE_LINE = 38, 80  # characters of a line on a telephone and on a screen


def medians(table: pd.DataFrame) -> pd.DataFrame:
    """Return the median over the runs of each number, a row per policy, decoding, epochs and generation."""
    rows = checks.as_table(table, "replicate", *SETTING, "generation").drop(columns="replicate")
    return rows.groupby([*SETTING, "generation"], sort=False).median().reset_index()


def histogram(table: pd.DataFrame, epochs: int) -> pd.DataFrame:
    """Return the mean share of blocks by their perplexity under generation 0.

    A row per policy, decoding, generation and bin that is not empty; columns low and high (of the bin), share, and
    first: what generation 0's own share is there.
    """
    checks.as_table(table, "policy", "decoding", "generation", "bin", "share")
    rows = checks.rows(table, epochs=epochs)
    index = ["policy", "decoding", "generation", "bin"]
    means = rows.groupby(index, sort=False)["share"].mean().reset_index().sort_values("bin", kind="stable")
    first = means[means["generation"] == 0].drop(columns="generation").rename(columns={"share": "first"})
    means = means.merge(first, on=["policy", "decoding", "bin"])
    means = means.assign(low=EDGES[means["bin"]], high=EDGES[means["bin"] + 1])
    return means[(means["share"] > 0) | (means["first"] > 0)].drop(columns="bin").round(5)


def continuations(table: pd.DataFrame, decoding: str, epochs: int, replicate: int = 0) -> pd.DataFrame:
    """Return what one run says after each prompt: a row per policy, generation, beginning and line.

    Columns: text, line (its number), and layout: "narrow" or "wide", as long as a line of either may be.
    """
    checks.as_table(table, "policy", "generation", "prompt", "text")
    rows = checks.rows(table, decoding=decoding, epochs=epochs, replicate=replicate)
    return pd.DataFrame(
        [
            {"policy": row.policy, "generation": row.generation, "beginning": f"{row.prompt} …", "layout": layout,
             "line": line, "text": text}
            for row in rows.itertuples()
            for layout, width in {"narrow": LINE, "wide": WIDE_LINE}.items()
            for line, text in enumerate(textwrap.wrap(" ".join(str(row.text).split()), width))
        ]
    )  # fmt: skip


def survival(table: pd.DataFrame) -> pd.DataFrame:
    """Return the median over the runs of the share of real words still said (`alive`), by setting, generation and band.

    Bands are words that stand equally often in the real blocks of a run.
    """
    checks.as_table(table, *SETTING, "generation", "band", "alive")
    return table.groupby([*SETTING, "generation", "band"], sort=False)["alive"].median().reset_index()


def at(column: str, policy: str, decoding: str, generations: list[int], *, epochs: int = 5) -> Dataset:
    """Return the median over the recorded runs of a number in these generations."""
    return _in(medians(recorded.load("opt-wikitext")), column, policy, decoding, generations, epochs)


def alive(band: str, policy: str, decoding: str, generations: list[int], *, epochs: int = 5) -> Dataset:
    """Return the median over the recorded runs of the share of a band's words still said in these generations."""
    middle = survival(recorded.load("opt-wikitext", "survival"))
    return _in(checks.rows(middle, band=band), "alive", policy, decoding, generations, epochs)


def each(column: str, policy: str, decoding: str, generation: int, *, epochs: int = 5) -> Dataset:
    """Return a number in a generation of every recorded run, the smallest first."""
    rows = checks.rows(recorded.load("opt-wikitext"), generation=generation)
    return np.sort(_in(rows, column, policy, decoding, [generation], epochs))


def at_choice(choice: str, column: str, generation: int) -> float:
    """Return the median over three runs with nothing kept, of the classroom preset with one choice changed."""
    rows = checks.rows(recorded.load("opt-classroom"), choice=choice, policy="replace", generation=generation)
    return float(checks.as_table(rows, column)[column].median())


def _in(table: pd.DataFrame, column: str, policy: str, decoding: str, generations: list[int], epochs: int) -> Dataset:
    chosen = checks.as_table(checks.rows(table, policy=policy, decoding=decoding, epochs=epochs), column)
    for generation in checks.entries(generations, "generations"):
        checks.known(generation, chosen["generation"].unique().tolist(), "each of the generations")
    return chosen.set_index("generation")[column].loc[generations].to_numpy()
