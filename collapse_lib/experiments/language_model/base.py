"""The small base: an OPT that has read ten English books, in the place of the OPT-125m that Meta trained.

`python -m collapse_lib.experiments.language_model.base FOLDER` makes it from the books in COLLAPSE_DATA/public_domain.
The one that ships lies in `recorded/opt-base`, in the Hub's layout, with its provenance beside it.

`--size 125m` makes one of OPT-125m's own dimensions instead, for a machine with a GPU; `python -m collapse_lib
experiment --preset recorded --model FOLDER` then starts from it. Nobody has run that yet. Counted, not measured: 8
million tokens, read 4 times, at 6 x 125 million operations a token are 24 PFLOP, a quarter of an hour on a T4.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ...data.text import blocks
from ...data.wikitext import read
from ...files import atomic_write
from ...recorded import FOLDER
from ...recorded.storing import circumstances
from ...recursion import Dataset

SHIPPED = FOLDER / "opt-base"
POSITIONS, SEED = 128, 17
HELD_OUT = 50  # every how many rows of the books one is not learned, but read to choose the better epoch


@dataclass(frozen=True)
class Size:
    """How large a base is and how it learns: `tokens` of its vocabulary, `batch` in rows of 128 tokens."""

    tokens: int
    width: int
    layers: int
    heads: int
    epochs: int
    learning_rate: float
    batch: int


SIZES = {"small": Size(2_048, 128, 2, 4, 2, 2e-3, 16), "125m": Size(50_272, 768, 12, 12, 4, 6e-4, 64)}


def books(folder: Path) -> list[str]:
    """Return the text of each book in `folder`/public_domain. Raises FileNotFoundError if there is none."""
    files = sorted((folder / "public_domain").glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"books must lie in {folder / 'public_domain'} as .txt, got none; set COLLAPSE_DATA")
    return [read(file) for file in files]


def parts(rows: Dataset) -> tuple[Dataset, Dataset]:
    """Return the rows to learn and those held out."""
    held_out = np.arange(len(rows)) % HELD_OUT == 0
    return rows[~held_out], rows[held_out]


def make(folder: Path, texts: list[str], size: Size) -> dict[str, Any]:
    """Train a tokeniser and a base on `texts`, write both into `folder`, and return what they were made with."""
    from ...models.language import LanguageModel, opt
    from ...models.language.precision import fastest
    from ...models.language.pretrained import Pretrained, save
    from ...models.language.tokens import learned

    tokenizer = learned((line for text in texts for line in text.split("\n")), size.tokens)
    config = opt(size.tokens, POSITIONS, bos=False, width=size.width, layers=size.layers, heads=size.heads)
    tokens = np.concatenate([Pretrained(config, np.empty(0), tokenizer).encode(text) for text in texts])
    learned_rows, held_out = parts(blocks(tokens, POSITIONS))
    untrained = LanguageModel(
        config,
        POSITIONS,
        epochs=size.epochs,
        learning_rate=size.learning_rate,
        batch=size.batch,
        precision=fastest(),
        validation=held_out,
    )
    base: Any = untrained.fit(learned_rows, rng=np.random.default_rng(SEED))
    save(folder, config, base.weights, tokenizer)
    return {
        "data": f"{len(texts)} books, {tokens.size} tokens, of which every {HELD_OUT}th row is held out",
        "model": {name: value for name, value in config.items() if value is not None},
        "weights": base.weights.size,
        "epochs": size.epochs,
        "learning rate": size.learning_rate,
        "batch": f"{size.batch} rows of {POSITIONS} tokens",
        "precision": untrained.precision,
        "seed": SEED,
        "perplexity on held-out rows": float(np.exp(base.cross_entropy(held_out))),
        "torch": version("torch"),
        "transformers": version("transformers"),
    }


def main(arguments: list[str] | None = None) -> None:
    """Make the base that the command line names, with its provenance."""
    parser = argparse.ArgumentParser(
        prog="python -m collapse_lib.experiments.language_model.base", description="Make a base anew."
    )
    parser.add_argument("folder", type=Path, nargs="?", default=SHIPPED, help="where to (default: the library's own)")
    parser.add_argument("--size", choices=SIZES, default="small")
    chosen = parser.parse_args(arguments)
    begin = time.perf_counter()
    made_with = make(chosen.folder, books(Path(os.environ.get("COLLAPSE_DATA", "."))), SIZES[chosen.size])
    details = {"command": f"python -m collapse_lib.experiments.language_model.base --size {chosen.size}", **made_with}
    details |= {"seconds": round(time.perf_counter() - begin, 1), **circumstances(("numpy", "tokenizers"))}
    with atomic_write(chosen.folder / "provenance.json") as aside:
        aside.write_text(json.dumps(details, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
