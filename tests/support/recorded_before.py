"""The recorded tables as they were at commit 8150f09, what becomes of them, and which of their columns went where."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import convert_recorded
import pandas as pd

BEFORE = Path(__file__).parents[1] / "data_before"
# What a row is of: the old column and the new one.
TWO = {"replicate": "replicate", "generation": "generation"}
DIGITS = {"policy": "policy", "draws": "draws", **TWO}
LANGUAGE_RUN = {"policy": "policy", "decoding": "decoding", "epochs": "epochs", "seed": "replicate"}
LANGUAGE_RUN |= {"generation": "generation"}
KEYS = {
    "vocabulary": {"policy": "policy", **TWO},
    "mixtures": {"policy": "policy", "samples": "samples", "lineage": "replicate", "generation": "generation"},
    "images": DIGITS,
    "rare-digit": DIGITS,
    "image-cures": {"cure": "cure", **TWO},
    "image-errors": {"setting": "setting", **TWO},
    "opt-embedded": {"policy": "policy", "temperature": "decoding", **TWO},
    "opt-wikitext": LANGUAGE_RUN,
    "opt-classroom": {"choice": "choice", **LANGUAGE_RUN},
}
# Numbers that stayed in `measures`: the old name and the new one where they differ.
LOOKS = ["balance", "precision", "density", "coverage", "pixels", "latent"]
REAL_TEXT = ["real", "generated", "types", "distinct-1", "distinct-2", "distinct-3", "entropy", "compressed", "unknown"]
QUANTILES = {"5%": "q05", "25%": "q25", "50%": "median", "75%": "q75", "95%": "q95", "99%": "q99"}
REAL = {"far": "tail_share", **{f"generated: {old}": new for old, new in QUANTILES.items()}}
KEPT = {
    "vocabulary": ["cross_entropy", "perplexity", "types", "newest"],
    "mixtures": ["distance", "weight", "spread", "total"],
    **dict.fromkeys(("images", "rare-digit", "image-cures"), LOOKS),
    "image-errors": [],
    "opt-embedded": ["real", "kl", "generated", "median", "different", "types"],
    **dict.fromkeys(("opt-wikitext", "opt-classroom"), REAL_TEXT),
}
RENAMED = {
    "image-errors": {"misplaced": "total_variation"},
    "opt-embedded": {"far": "tail_share", "possible": "grammatical", "true": "perplexity_under_truth"},
    **dict.fromkeys(("opt-wikitext", "opt-classroom"), REAL),
}
# Columns "digit 0", "digit 1", ... that became rows: how they begin, the table, its columns for the rest and the cell.
SHARES = ("digit ", "shares", "digit", "share")
BANDS, BINS = ("words: ", "survival", "band", "alive"), ("bin ", "histogram", "bin", "share")
FAMILIES = [(name, *SHARES) for name in ("images", "rare-digit", "image-cures")]
FAMILIES += [(name, *BANDS) for name in ("opt-embedded", "opt-wikitext", "opt-classroom")]
FAMILIES += [(name, *BINS) for name in ("opt-embedded", "opt-wikitext")]
FAMILIES += [
    ("mixtures", f"{part} ", "components", "component", part) for part in ("share", "x", "y", "xx", "xy", "yy")
]
# Columns whose cells held more than a number, each with a test of its own below.
PACKED = {"images": ["picture"], "opt-embedded": ["said", "sentences", "prompted"]}
PACKED |= {"opt-wikitext": ["continuations"], "opt-classroom": ["continuations"]}
COUNTS = ("types: ", "newest: ")  # of the vocabulary's words by band


@cache
def before(name: str) -> pd.DataFrame:
    """Return an old table as it was, with the keys of the new one as its index."""
    table = pd.read_csv(BEFORE / f"{name}.csv.gz")
    keys = table[list(KEYS[name])].rename(columns=KEYS[name])
    if name == "opt-embedded":
        keys["decoding"] = keys["decoding"].map({0.9: "T = 0.9", 1.0: "T = 1"})
    return table.set_index(pd.MultiIndex.from_frame(keys.replace({"policy": {"0% kept": "replace"}})))


@cache
def converted() -> Path:
    """Return a folder with the old tables as tools/convert_recorded.py makes them new."""
    folder = Path(mkdtemp(prefix="converted-"))
    convert_recorded.main(folder)
    return folder


@cache
def now(name: str, table: str = "measures") -> pd.DataFrame:
    """Return a new table, its keys as the index."""
    (file,) = (converted() / name).glob(f"{table}.csv*")
    found = pd.read_csv(file, low_memory=False)
    return found.set_index([key for key in KEYS[name].values() if key in found])


def family(table: pd.DataFrame, begins: str) -> list[str]:
    """Return the columns whose names begin so."""
    return [column for column in table if column.startswith(begins)]


def wide(name: str, table: str, column: str, value: str) -> pd.DataFrame:
    """Return a long table with a column for each of its entries, named as text."""
    found = now(name, table).set_index(column, append=True)[value].unstack()
    return found.rename(columns=str)
