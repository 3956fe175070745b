"""A base so small that a whole run takes seconds, and a WikiText-2 of our own invention to run it on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from collapse_lib.data.toy_language import LANGUAGE
from collapse_lib.experiments.language_model.conditions import Condition
from collapse_lib.experiments.language_model.presets import Preset
from collapse_lib.models.decoding import Decoding

TOKENS, POSITIONS = 300, 128
T_09 = Decoding(temperature=0.9)
CONDITIONS = (Condition("replace", T_09, 1), Condition("50% kept", T_09, 1), Condition("accumulate", T_09, 1))


def article(seed: int, sentences: int) -> str:
    """Return an article as WikiText-2 has it: a title and a heading between empty lines, and a text."""
    text = map(LANGUAGE.decode, LANGUAGE.sample(sentences, rng=np.random.default_rng(seed)))
    return f"\n = Invention {seed} = \n\n = = A heading = = \n\n {' '.join(text)} \n"


def write_text(folder: Path, *, sentences: int = 300) -> Path:
    """Write train.txt, valid.txt and test.txt, each of three articles, and return `folder` for COLLAPSE_DATA."""
    (folder / "wikitext-2").mkdir(parents=True)
    for number, split in enumerate(("train", "valid", "test")):
        text = "".join(article(10 * number + part, sentences) for part in range(3))
        (folder / "wikitext-2" / f"{split}.txt").write_text(text, encoding="utf-8")
    return folder


def write_base(folder: Path) -> Path:
    """Write a network that has read nothing, and its tokeniser, in the Hub's layout."""
    from collapse_lib.models.language import network, opt, pretrained
    from collapse_lib.models.language.tokens import learned

    config = opt(TOKENS, POSITIONS, bos=False, width=16, heads=2)
    with network.seeded(np.random.default_rng(1)):
        weights = network.weights(network.build(config, None))
    pretrained.save(folder, config, weights, learned([article(99, 500)], TOKENS))
    return folder


def preset(base: Path, **settings: Any) -> Preset:
    """Return three conditions and one seed over three generations of 24 blocks, with these settings changed."""
    small: dict[str, Any] = {
        "conditions": CONDITIONS, "seeds": (0,), "last": 2, "source": str(base), "blocks": 24, "tested": 8,
        "written": 24, "learning_rate": 1e-2,
    }  # fmt: skip
    return Preset(**{"name": "tiny", "about": "for tests", **small, **settings})
