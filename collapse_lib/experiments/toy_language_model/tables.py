"""The recorded OPT experiment as the tables that its charts take. `table` is always a survey of `opt`."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd

from ... import recorded
from ...data.toy_language import LANGUAGE
from ...recursion import Dataset
from .measures import PROMPT, SENTENCES, unpacked

NAMES = {"0% kept": "replace"}  # as the charts of all chapters call it
ANYTHING, PROMPTED = "anything", f"“{PROMPT.capitalize()} …”"
LINE, WIDE_LINE = 40, 84  # characters of a line on a telephone and on a screen


def measures(table: pd.DataFrame) -> pd.DataFrame:
    """Return policy, temperature, replicate, generation and the numbers, policies by the names that the charts use."""
    numbers = [name for name in table.select_dtypes("number").columns if not str(name).startswith("bin ")]
    return table[["policy", *numbers]].replace({"policy": NAMES})


def medians(table: pd.DataFrame) -> pd.DataFrame:
    """Return the median over the runs of each number, a row per policy, temperature and generation."""
    return (
        measures(table)
        .drop(columns="replicate")
        .groupby(["policy", "temperature", "generation"], sort=False)
        .median()
        .reset_index()
    )


def words(table: pd.DataFrame, temperature: float) -> pd.DataFrame:
    """Return a row per word, from frequent to rare, and a column per policy: how many runs said it, by generation.

    Further columns: word, and expected: how often it stands in 4,000 real sentences.
    """
    columns = {}
    for policy, runs in table[table.temperature == temperature].groupby("policy", sort=False):
        said = np.array([unpacked(line) for line in runs.sort_values(["replicate", "generation"]).said])
        counts = said.reshape(runs.replicate.nunique(), -1, said.shape[1]).sum(axis=0)  # (generations, words)
        columns[NAMES.get(str(policy), str(policy))] = counts.T.tolist()
    lexicon = LANGUAGE.words[["word", "expected"]].iloc[1:].reset_index(drop=True)
    return lexicon.assign(expected=(SENTENCES * lexicon.expected).round(1), **columns)


def sentences(table: pd.DataFrame, temperature: float, replicate: int = 0) -> pd.DataFrame:
    """Return what one run wrote: a row per policy, generation, beginning and place 0 .. 5.

    Columns narrow and wide hold the sentence with line breaks, allowed whether the language has it; different and
    possible are the shares in all that the generation wrote.
    """
    kept = table[(table.temperature == temperature) & (table.replicate == replicate)].replace({"policy": NAMES})
    columns = ["policy", "generation", "different", "possible"]
    beginnings = {ANYTHING: kept.sentences, PROMPTED: kept.prompted}
    lists = [kept[columns].assign(beginning=name, sentence=text.str.split("|")) for name, text in beginnings.items()]
    rows = pd.concat(lists, ignore_index=True).explode("sentence")
    rows["place"] = rows.groupby(level=0).cumcount()
    return (
        rows.assign(
            narrow=["\n".join(textwrap.wrap(text, LINE)) for text in rows.sentence],
            wide=["\n".join(textwrap.wrap(text, WIDE_LINE)) for text in rows.sentence],
            allowed=~rows.sentence.str.startswith("*"),
        )
        .drop(columns="sentence")
        .reset_index(drop=True)
    )


def at(column: str, policy: str, temperature: float, generations: list[int]) -> Dataset:
    """Return the median over the recorded runs of a number in these generations, policies by the charts' names."""
    middle = medians(recorded.load("opt-embedded"))
    chosen = middle[(middle.policy == policy) & (middle.temperature == temperature)]
    return chosen.set_index("generation")[column].loc[generations].to_numpy()


def silent(policy: str, temperature: float, generation: int) -> int:
    """Return how many words none of the recorded runs says in a generation, policies by the charts' names."""
    counts = words(recorded.load("opt-embedded"), temperature)[policy]
    return sum(runs[generation] == 0 for runs in counts)
