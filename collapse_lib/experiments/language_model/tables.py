"""A run of the OPT experiment as the tables that its charts take. `table` is always what `runs.run` returns.

Policies go by the names that the charts of all chapters use; `way` is how the text is written, as "T = 0.9".
"""

from __future__ import annotations

import json
import textwrap

import numpy as np
import pandas as pd

from ... import recorded
from ...recursion import Dataset
from .measures import EDGES, GROUPS, PROMPTS

NAMES = {"0% kept": "replace"}
COLUMNS = {"decoding": "way", "seed": "replicate", "generated: 50%": "median"}
SETTINGS = ["policy", "way", "epochs"]
NARROW, WIDE = 38, 80  # characters of a line on a telephone and on a screen


def measures(table: pd.DataFrame) -> pd.DataFrame:
    """Return policy, way, epochs, replicate (the seed), generation and the numbers of every run.

    median is that of the blocks' perplexities under generation 0.
    """
    kept = table[[name for name in table if not str(name).startswith("bin ") and name != "continuations"]]
    return kept.rename(columns=COLUMNS).replace({"policy": NAMES})


def medians(table: pd.DataFrame) -> pd.DataFrame:
    """Return the median over the runs of each number, a row per policy, way, epochs and generation."""
    rows = measures(table).drop(columns="replicate")
    return rows.groupby([*SETTINGS, "generation"], sort=False).median().reset_index()


def histogram(table: pd.DataFrame, epochs: int) -> pd.DataFrame:
    """Return the mean share of blocks by their perplexity under generation 0.

    A row per policy, way, generation and bin that is not empty; columns low and high (of the bin), share, and first:
    what generation 0's own share is there.
    """
    rows = table[table.epochs == epochs].rename(columns={"decoding": "way"}).replace({"policy": NAMES})
    bins = {f"bin {i}": i for i in range(len(EDGES) - 1)}
    index = ["policy", "way", "generation"]
    means = rows.groupby(index, sort=False)[list(bins)].mean().rename(columns=bins)
    long = means.melt(ignore_index=False, var_name="bin", value_name="share").reset_index()
    first = long[long.generation == 0].drop(columns="generation").rename(columns={"share": "first"})
    long = long.merge(first, on=["policy", "way", "bin"])
    long = long.assign(low=EDGES[long.bin.to_numpy(int)], high=EDGES[long.bin.to_numpy(int) + 1])
    return long[(long["share"] > 0) | (long["first"] > 0)].drop(columns="bin").round(5)


def continuations(table: pd.DataFrame, way: str, epochs: int, seed: int = 0) -> pd.DataFrame:
    """Return what one run says after each prompt: a row per policy, generation, beginning and line.

    Columns: text, line (its number), and layout: "narrow" or "wide", as long as a line of either may be.
    """
    rows = table[(table.decoding == way) & (table.epochs == epochs) & (table.seed == seed)].replace({"policy": NAMES})
    return pd.DataFrame(
        [
            {"policy": row.policy, "generation": row.generation, "beginning": f"{prompt} …", "layout": layout,
             "line": line, "text": text}
            for row in rows.itertuples()
            for prompt, said in zip(PROMPTS, json.loads(str(row.continuations)), strict=True)
            for layout, width in {"narrow": NARROW, "wide": WIDE}.items()
            for line, text in enumerate(textwrap.wrap(" ".join(said.split()), width))
        ]
    )  # fmt: skip


def survival(table: pd.DataFrame, way: str, epochs: int) -> pd.DataFrame:
    """Return the share of the real words still said: a row per policy, generation and band; columns band, alive.

    Bands are words that stand equally often in the real blocks of a run.
    """
    rows = medians(table)
    rows = rows[(rows.way == way) & (rows.epochs == epochs)]
    bands = {f"words: {name}": name for name in GROUPS.values()}
    return rows.rename(columns=bands).melt(["policy", "generation"], list(bands.values()), "band", "alive")


def at(column: str, policy: str, way: str, generations: list[int], *, epochs: int = 5) -> Dataset:
    """Return the median over the recorded runs of a number in these generations, policies by the charts' names."""
    middle = medians(recorded.load("opt-wikitext"))
    chosen = middle[(middle.policy == policy) & (middle.way == way) & (middle.epochs == epochs)]
    return chosen.set_index("generation")[column].loc[generations].to_numpy()


def each(column: str, policy: str, way: str, generation: int, *, epochs: int = 5) -> Dataset:
    """Return a number in a generation of every recorded run, the smallest first, policies by the charts' names."""
    rows = measures(recorded.load("opt-wikitext"))
    chosen = (rows.policy == policy) & (rows.way == way) & (rows.epochs == epochs) & (rows.generation == generation)
    return np.sort(rows.loc[chosen, column].to_numpy())


def changed(choice: str, column: str, generation: int) -> float:
    """Return the median over three runs with nothing kept, of the classroom preset with one choice changed."""
    table = recorded.load("opt-classroom")
    rows = table[(table.choice == choice) & (table.policy == "0% kept") & (table.generation == generation)]
    return float(rows[column].median())
