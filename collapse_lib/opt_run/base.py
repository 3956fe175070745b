"""The small base: an OPT that has read ten English books, in the place of the OPT-125m that Meta trained.

`python -m collapse_lib.opt_run.base FOLDER` makes it from the books in COLLAPSE_DATA/public_domain. The one that ships
lies in `recorded/opt-base`, in the Hub's layout, with its provenance beside it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ..recorded import FOLDER
from ..recorded.storing import circumstances
from ..recursion import Dataset
from ..text import blocks
from ..wikitext import read

SHIPPED = FOLDER / "opt-base"
TOKENS, POSITIONS, WIDTH, LAYERS = 2_048, 128, 128, 2
EPOCHS, LEARNING_RATE, BATCH, SEED = 2, 2e-3, 16, 17
HELD_OUT = 50  # every how many rows of the books one is not learned, but read to choose the better epoch


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


def make(folder: Path, texts: list[str]) -> dict[str, Any]:
    """Train a tokeniser and a base on `texts`, write both into `folder`, and return what they were made with."""
    from ..models.language import LanguageModel, opt
    from ..models.language.pretrained import Pretrained, save
    from ..models.language.tokens import learned

    tokenizer = learned((line for text in texts for line in text.split("\n")), TOKENS)
    config = opt(TOKENS, POSITIONS, mark=False, width=WIDTH, layers=LAYERS)
    tokens = np.concatenate([Pretrained(config, np.empty(0), tokenizer).encode(text) for text in texts])
    learned_rows, held_out = parts(blocks(tokens, POSITIONS))
    untrained = LanguageModel(
        config, POSITIONS, epochs=EPOCHS, learning_rate=LEARNING_RATE, batch=BATCH, validation=held_out
    )
    base: Any = untrained.fit(learned_rows, rng=np.random.default_rng(SEED))
    save(folder, config, base.weights, tokenizer)
    return {
        "data": f"{len(texts)} books, {tokens.size} tokens, of which every {HELD_OUT}th row is held out",
        "model": {name: value for name, value in config.items() if value is not None},
        "weights": base.weights.size,
        "epochs": EPOCHS,
        "learning rate": LEARNING_RATE,
        "batch": f"{BATCH} rows of {POSITIONS} tokens",
        "seed": SEED,
        "perplexity on held-out rows": float(np.exp(base.cross_entropy(held_out))),
        "torch": version("torch"),
        "transformers": version("transformers"),
    }


def main(folder: Path) -> None:
    """Make the base in `folder`, with its provenance."""
    begin = time.perf_counter()
    made_with = make(folder, books(Path(os.environ.get("COLLAPSE_DATA", "."))))
    details = {"command": "python -m collapse_lib.opt_run.base", **made_with}
    details |= {"seconds": round(time.perf_counter() - begin, 1), **circumstances(("numpy", "tokenizers"))}
    (folder / "provenance.json").write_text(json.dumps(details, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
