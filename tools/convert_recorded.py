"""Turn the recorded tables as they were up to commit 8150f09, one a run, into tidy ones: `convert_recorded.py FOLDER`.

They lie, packed, in tests/data_before. Nothing is computed anew; a test compares old and new, number by number.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.language_model.fixed_prompts import SPACED
from collapse_lib.experiments.toy_language_model.measures import ANYTHING, PROMPTED
from collapse_lib.models.decoding import Decoding
from collapse_lib.recorded.storing import store

BEFORE = Path(__file__).parents[1] / "tests" / "data_before"
Tables = dict[str, pd.DataFrame]
QUANTILES = {"5%": "q05", "25%": "q25", "50%": "median", "75%": "q75", "95%": "q95", "99%": "q99"}
RENAMED = {"seed": "replicate", "lineage": "replicate", "misplaced": "total_variation", "far": "tail_share"}
RENAMED |= {"possible": "grammatical", "true": "perplexity_under_truth"}
RENAMED |= {f"generated: {old}": new for old, new in QUANTILES.items()}
SETTINGS = ["choice", "cure", "setting", "policy", "samples", "draws", "decoding", "epochs", "replicate", "generation"]
NOT_KEPT = {"0% kept": "replace"}


def read(name: str) -> pd.DataFrame:
    """Return an old table, its columns and policies by their new names, what a row is of first."""
    table = pd.read_csv(BEFORE / f"{name}.csv.gz").rename(columns=RENAMED).replace({"policy": NOT_KEPT})
    if "temperature" in table:
        table["decoding"] = table.pop("temperature").map(lambda value: str(Decoding(temperature=value)))
    first = settings(table)
    return table[[*first, *table.columns.drop(first)]]


def settings(table: pd.DataFrame) -> list[str]:
    """Return the columns that say what a row is of."""
    return [name for name in SETTINGS if name in table]


def unpacked(table: pd.DataFrame, begins: str, column: str, value: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the columns "BEGINS x" as long rows, with x in `column` and the cell in `value`, and their names."""
    names = [name for name in table if str(name).startswith(begins)]
    keys = pd.Series([name.removeprefix(begins) for name in names])
    keys = keys.astype(int) if keys.str.isdigit().all() else keys
    long = exploded(table, pd.Series([dict(zip(keys, cells, strict=True)) for cells in table[names].to_numpy()]))
    return long.rename(columns={"key": column, "value": value}), names


def exploded(table: pd.DataFrame, cells: pd.Series) -> pd.DataFrame:
    """Return a row per entry of each cell, a mapping, in columns key and value after what the cell is of."""
    index = settings(table)
    whose = table[index].loc[table.index.repeat(cells.map(len).to_numpy())].reset_index(drop=True)
    pairs = [pair for cell in cells for pair in cell.items()]
    return whose.assign(key=[key for key, _ in pairs], value=[value for _, value in pairs])


def parts(table: pd.DataFrame) -> Tables:
    """Return the tables that an old one's families of numbered columns become, and what is left as `measures`."""
    found, gone = {}, []
    for name, begins, column, value in (
        ("shares", "digit ", "digit", "share"),
        ("survival", "words: ", "band", "alive"),
        ("histogram", "bin ", "bin", "share"),
    ):
        long, names = unpacked(table, begins, column, value)
        if names:
            found[name], gone = long, [*gone, *names]
    return {"measures": table.drop(columns=gone)} | found


def vocabulary(table: pd.DataFrame) -> Tables:
    """Make counts of words by group shares of the group's words."""
    alive, old = unpacked(table, "types: ", "band", "alive")
    newest, older = unpacked(table, "newest: ", "band", "newest")
    words = alive["band"].map(alive[alive["generation"] == 0].groupby("band")["alive"].first())
    survival = alive.drop(columns="alive").assign(words=words, alive=alive["alive"] / words)
    return {
        "measures": table.drop(columns=[*old, *older]),
        "survival": survival.assign(newest=newest["newest"] / words),
    }


def mixtures(table: pd.DataFrame) -> Tables:
    """Make the first lineage's components rows."""
    names = ["share", "x", "y", "xx", "xy", "yy"]
    first = table[table["replicate"] == 0]
    sides = [
        first[settings(table)].assign(component=k, **{name: first[f"{name} {k}"] for name in names}) for k in (0, 1)
    ]
    components = pd.concat(sides).sort_index(kind="stable").reset_index(drop=True)
    return {"measures": table.drop(columns=[f"{name} {k}" for name in names for k in (0, 1)]), "components": components}


def images(table: pd.DataFrame) -> Tables:
    """Make each hexadecimal digit a row with the ink of a pixel."""
    first = table[table["replicate"] == 0].drop(columns="replicate").reset_index(drop=True)
    pixels = first["picture"].map(lambda text: dict(enumerate(int(level, 16) for level in text)))
    long = exploded(first, pixels)
    drawing, row, column = np.unravel_index(long.pop("key"), (24, 8, 8))
    pictures = long.assign(drawing=drawing, row=row, column=column, ink=long["value"]).drop(columns="value")
    return parts(table.drop(columns="picture")) | {"pictures": pictures}


def embedded(table: pd.DataFrame) -> Tables:
    """Make bits words that are said, lines of sentences rows, and a star False in `grammatical`."""
    names = LANGUAGE.vocabulary.words[1:]
    bits = [np.unpackbits(np.frombuffer(bytes.fromhex(line), np.uint8))[: len(names)] for line in table["said"]]
    words = exploded(table, pd.Series([dict(zip(names, row, strict=True)) for row in bits]))
    both = table["sentences"] + "|" + table["prompted"]
    said = exploded(table, both.map(lambda text: dict(enumerate(text.split("|")))))
    place, sentence = said.pop("key"), said.pop("value")
    sentences = said.assign(
        beginning=np.where(place < 6, ANYTHING, PROMPTED),
        place=place % 6,
        sentence=sentence.str.removeprefix("*"),
        grammatical=~sentence.str.startswith("*"),
    )
    found = parts(table.drop(columns=["said", "sentences", "prompted"]))
    return found | {"words": words.rename(columns={"key": "word", "value": "said"}), "sentences": sentences}


def real_text(table: pd.DataFrame) -> Tables:
    """Make lists in JSON rows, a prompt each."""
    said = table["continuations"].map(lambda text: dict(zip(SPACED, json.loads(text), strict=True)))
    long = exploded(table, said).rename(columns={"key": "prompt", "value": "text"})
    return parts(table.drop(columns="continuations")) | {"continuations": long}


RUNS = {"image-errors": parts, "image-cures": parts, "rare-digit": parts, "images": images, "vocabulary": vocabulary}
RUNS |= {"mixtures": mixtures, "opt-embedded": embedded, "opt-wikitext": real_text, "opt-classroom": real_text}


def main(folder: Path) -> None:
    """Write every run anew into `folder`; of its provenance only the policy's name changes."""
    for name, convert in RUNS.items():
        text = (BEFORE / f"{name}.json").read_text(encoding="utf-8").replace('"0% kept, ', '"replace, ')
        store(name, convert(read(name)), json.loads(text), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
