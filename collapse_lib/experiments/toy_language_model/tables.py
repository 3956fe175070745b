"""The OPT experiment as the tables that its charts take.

`table` is one of those of `runs.survey`: that which the function names, else `measures`. All raise ValueError for what
is not in it, TypeError for what is no table.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

import pandas as pd

from ... import checks, recorded
from ...data.toy_language import LANGUAGE
from ...recursion import Dataset
from .measures import SENTENCES

LINE, WIDE_LINE = 40, 84  # characters of a line on a telephone and on a screen


def medians(table: pd.DataFrame) -> pd.DataFrame:
    """Return the median over the runs of each number, a row per policy, decoding and generation."""
    rows = checks.as_table(table, "replicate", "policy", "decoding", "generation").drop(columns="replicate")
    return rows.groupby(["policy", "decoding", "generation"], sort=False).median().reset_index()


def words(table: pd.DataFrame, decoding: str) -> pd.DataFrame:
    """Return a row per word, from frequent to rare, and a column per policy: how many runs said it, by generation.

    Further columns: word, and expected: how often it stands in 4,000 real sentences.
    """
    checks.as_table(table, "word", "policy", "generation", "said")
    rows = checks.rows(table, decoding=decoding)
    counts = rows.groupby(["word", "policy", "generation"])["said"].sum().unstack()
    by_policy = counts.apply(list, axis=1).unstack()
    lexicon = LANGUAGE.words[["word", "expected"]].iloc[1:].reset_index(drop=True)
    return lexicon.assign(
        expected=(SENTENCES * lexicon["expected"]).round(1),
        **{policy: by_policy.loc[lexicon["word"], policy].to_list() for policy in rows["policy"].unique()},
    )


def starred(table: pd.DataFrame) -> pd.Series[str]:
    """Return the sentences with a * before those that the language forbids."""
    checks.as_table(table, "sentence", "grammatical")
    return table["sentence"].where(table["grammatical"], "*" + table["sentence"])


def sentences(run: Mapping[str, pd.DataFrame], decoding: str, replicate: int = 0) -> pd.DataFrame:
    """Return what one run wrote: a row per policy, generation, beginning and place 0 .. 5.

    Columns narrow and wide hold the sentence with line breaks, allowed whether the language has it; different and
    grammatical are the shares in all that the generation wrote.
    """
    said, noted = (
        checks.rows(checks.mapping(run, "run").get(name), decoding=decoding, replicate=replicate)
        for name in ("sentences", "measures")
    )
    wraps = {"narrow": LINE, "wide": WIDE_LINE}
    rows = said.assign(
        allowed=said["grammatical"],
        **{name: starred(said).map(lambda text, width=width: _wrapped(text, width)) for name, width in wraps.items()},
    )
    rows = rows[["policy", "generation", "beginning", "place", *wraps, "allowed"]]
    shares = noted[["policy", "generation", "different", "grammatical"]]
    return rows.merge(shares, on=["policy", "generation"])


def at(column: str, policy: str, decoding: str, generations: list[int], *, run: str = "opt-embedded") -> Dataset:
    """Return the median over the lineages of a recorded run of a number in these generations.

    Raises FileNotFoundError for a run that was not recorded.
    """
    middle = medians(recorded.load(run))
    chosen = checks.as_table(checks.rows(middle, policy=policy, decoding=decoding), column)
    for generation in checks.entries(generations, "generations"):
        checks.rows(chosen, generation=generation)
    return chosen.set_index("generation")[column].loc[generations].to_numpy()


def silent(policy: str, decoding: str, generation: int) -> int:
    """Return how many words none of the recorded runs says in a generation."""
    found = words(recorded.load("opt-embedded", "words"), decoding)
    counts = found[checks.known(policy, found.columns[2:], "policy")]
    checks.known(generation, range(len(counts.iloc[0])), "generation")
    return sum(runs[generation] == 0 for runs in counts)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))
