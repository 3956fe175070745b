"""Two language models that have learned, one of which knows where a sentence ends, and a GGUF file of a third."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import tiny_gguf
from tiny_language_model import TINY, skewed

from collapse_lib.models.language import LanguageModel, opt


@pytest.fixture(scope="module")
def tiny() -> LanguageModel:
    rng = np.random.default_rng(1)
    return TINY.fit(skewed(2_000, rng), rng=rng)


@pytest.fixture(scope="module")
def stopping() -> LanguageModel:
    """Its sentences end with 0."""
    rng = np.random.default_rng(2)
    rows = skewed(2_000, rng)
    rows[np.cumsum(rows == 0, axis=1) > 0] = 0
    return dataclasses.replace(TINY, config=opt(3, 3, eos=0, width=8, heads=2)).fit(rows, rng=rng)


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    """Return a GGUF file."""
    return tiny_gguf.write_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")
